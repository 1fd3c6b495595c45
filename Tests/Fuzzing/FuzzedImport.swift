import Foundation
import GraphImport
import Model
import Store

/// Imports one file after the other into a database in memory's file system; whatever a file holds, it is imported,
/// left aside or refused with an `ImportError` or a `StoreError`. Anything else ends the process, which libFuzzer notes.
final class FuzzedImport {
    /// What the file is called tells how it is read: `x.json`, `groups/ID/members.json`, `x.csv`, `x.zip`.
    private let file: FuzzedFile
    private let folder: String
    private var database: TenureDatabase?
    private var count = 0
    /// A database that holds very many broken objects says little new.
    private static let importsPerDatabase = 500
    private static let now = Instant("2026-07-01T00:00:00Z")

    init(name: String) {
        folder = FuzzedFile.root + "/in"
        file = FuzzedFile(folder + "/" + name)
    }

    func take(_ bytes: UnsafeBufferPointer<UInt8>) {
        file.write(bytes)
        do {
            guard let now = FuzzedImport.now else { return }
            let options = ImportOptions(paths: [folder], observedAt: now, now: now, tool: "fuzz")
            _ = try Importer(options).run(into: try opened())
        } catch is ImportError {
        } catch is StoreError {
        } catch {
            fatalError("an error of another kind: \(error)")
        }
    }

    private func opened() throws -> TenureDatabase {
        count += 1
        if let database, count % FuzzedImport.importsPerDatabase != 0 { return database }
        try? database?.close()
        let path = (folder as NSString).deletingLastPathComponent + "/fuzz.sqlite"
        for suffix in ["", "-wal", "-shm", ".lock"] { unlink(path + suffix) }
        // One that stands in its place is written as every night's is.
        try TenureDatabase.openForWriting(path).close()
        let opened = try TenureDatabase.openForWriting(path)
        database = opened
        return opened
    }
}

import Archives
import Foundation
import Model
import Store

/// The files in an archive, as if it were a folder of its name; of one that is refused, none.
struct UnpackedFiles {
    private(set) var files: [InputFile] = []
    private(set) var remarks: [Remark] = []

    init(_ archive: InputFile, _ limits: ArchiveLimits) {
        do {
            list(try ArchiveContents(path: archive.path, limits: limits), archive)
        } catch {
            remarks = [Remark(kind: .refused, place: archive.path, reason: error.description)]
        }
    }

    private mutating func list(_ contents: ArchiveContents, _ archive: InputFile) {
        let names = contents.entries.map(\.name)
        let order = names.indices.sorted { CodePointOrder.precedes(names[$0], names[$1]) }
        let shelf = ArchiveShelf(contents, order: order, largest: FileBytes.largest)
        for (place, index) in order.enumerated() {
            let entry = contents.entries[index]
            let components = archive.components + entry.components
            files.append(
                InputFile(
                    components.last ?? "", in: InputFolder(components.dropLast()),
                    named: archive.path + "/" + names[index],
                    modifiedAt: entry.modifiedAt > 0 ? FileKind.moment(entry.modifiedAt) : archive.modifiedAt,
                    size: entry.size,
                    packed: PackedFile(contents: contents, shelf: shelf, index: index, place: place)))
        }
        remarks = contents.rest.map {
            Remark(
                kind: $0.isRefused ? .refused : .leftAside, place: archive.path + "/" + $0.name,
                reason: $0.reason)
        }
        if files.isEmpty {
            remarks.append(Remark(kind: .leftAside, place: archive.path, reason: "an archive without files"))
        }
    }
}

extension InputFile {
    /// By its name; where that has no ending, by the first bytes.
    var isArchive: Bool {
        if ArchiveName.isArchive(name) { return true }
        // What cannot be read is refused by the reader, which says why.
        guard !name.utf8.contains(UInt8(ascii: ".")), let head = try? head(ArchiveName.headSize) else {
            return false
        }
        return ArchiveName.isArchive(head: head)
    }

    /// The first bytes; nil when the file cannot be read.
    func head(_ count: Int) throws -> [UInt8]? {
        if let packed {
            var head = [UInt8](repeating: 0, count: count)
            let count = try head.withUnsafeMutableBytes { try PackedSource(packed).read(into: $0) }
            return Array(head.prefix(count))
        }
        guard let handle = FileHandle(forReadingAtPath: path) else { return nil }
        defer { try? handle.close() }
        return (try? handle.read(upToCount: count)).map(Array.init)
    }
}

import Foundation
import Model

/// What a run wrote into one folder.
struct FolderRecord: Codable {
    struct File: Codable, Hashable {
        /// Within the folder.
        let path: String
        let sha256: String
    }

    private let format: String
    /// The folder's.
    let name: String
    let begun: String
    /// nil while it is being written, and of one that was given up.
    private(set) var finished: String?
    private(set) var files: [File] = []

    private static let formatName = "tenure run 1"

    init(_ name: String, begun: Instant) {
        format = FolderRecord.formatName
        self.name = name
        self.begun = begun.description
    }

    /// - Throws: `NightlyError.badRecord`.
    init(path: String, name: String) throws {
        guard let data = FileManager.default.contents(atPath: path),
            let record = try? JSONDecoder().decode(FolderRecord.self, from: data),
            record.format == FolderRecord.formatName, record.name == name, record.beganAt != nil,
            record.files.allSatisfy({ $0.path.isWithin })
        else { throw NightlyError.badRecord(path) }
        self = record
    }

    var beganAt: Instant? { Instant(begun) }

    /// Takes down all files that are in the folder now.
    mutating func finish(_ folder: String, at moment: Instant) throws {
        files = try FolderFiles.all(in: folder)
        finished = moment.description
    }

    func write(to path: String) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes, .prettyPrinted]
        try WholeFile.write(try encoder.encode(self) + Data("\n".utf8), to: path, mode: 0o600)
    }
}

extension String {
    /// A path that stays below the folder it begins in.
    fileprivate var isWithin: Bool {
        let parts = split(separator: "/", omittingEmptySubsequences: false)
        return !isEmpty && parts.allSatisfy { !$0.isEmpty && $0 != "." && $0 != ".." }
    }
}

import Foundation

/// As what a file is to be read, told by its name or, whatever it is called, by its first bytes.
enum FileFormat {
    case json, table

    /// - Parameter content: all of it, where that is at hand.
    /// - Returns: nil for a file of neither kind.
    init?(_ file: InputFile, _ content: UnsafeRawBufferPointer?) throws {
        let name = file.name.lowercased()
        let bare = name.hasSuffix(".gz") ? String(name.dropLast(3)) : name
        if [".json", ".jsonl", ".ndjson"].contains(where: bare.hasSuffix) {
            self = .json
        } else if [".csv", ".tsv"].contains(where: bare.hasSuffix) {
            self = .table
        } else if let format = FileFormat(head: try FileFormat.head(of: file, content)) {
            self = format
        } else {
            return nil
        }
    }

    private init?(head: [UInt8]?) {
        // A file that cannot be read is refused by the reader, which says why.
        guard let head else {
            self = .json
            return
        }
        let blanks: Set<UInt8> = [0x09, 0x0A, 0x0D, 0x20, 0x00, 0xEF, 0xBB, 0xBF, 0xFF, 0xFE]
        let first = head.first { !blanks.contains($0) }
        if head.starts(with: [0x1F, 0x8B]) || first == UInt8(ascii: "{") || first == UInt8(ascii: "[") {
            self = .json
        } else if TableKind.isKnown(head: head) {
            self = .table
        } else {
            return nil
        }
    }

    private static let headSize = 4096

    /// - Returns: nil when it cannot be read.
    private static func head(of file: InputFile, _ content: UnsafeRawBufferPointer?) throws -> [UInt8]? {
        try content.map { Array($0.prefix(headSize)) } ?? file.head(headSize)
    }
}

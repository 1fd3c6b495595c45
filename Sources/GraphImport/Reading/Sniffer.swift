import Foundation

/// Tells whether a file is to be read as JSON: by its name or, whatever it is called, by its first bytes.
enum Sniffer {
    static func isJSON(_ file: InputFile) -> Bool {
        let name = file.components.last?.lowercased() ?? ""
        let bare = name.hasSuffix(".gz") ? String(name.dropLast(3)) : name
        if [".json", ".jsonl", ".ndjson"].contains(where: bare.hasSuffix) { return true }
        guard let handle = FileHandle(forReadingAtPath: file.path) else { return true }
        defer { try? handle.close() }
        // A file that cannot be read is refused by the reader, which says why.
        guard let head = try? handle.read(upToCount: 512), !head.isEmpty else { return false }
        if head.starts(with: [0x1F, 0x8B]) { return true }
        let blanks: Set<UInt8> = [0x09, 0x0A, 0x0D, 0x20, 0x00, 0xEF, 0xBB, 0xBF, 0xFF, 0xFE]
        let first = head.first { !blanks.contains($0) }
        return first == UInt8(ascii: "{") || first == UInt8(ascii: "[")
    }
}

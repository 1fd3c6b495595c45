import Foundation

/// Tells a file that ends too early, by its header; only to word an error that SQLite has found already.
enum CutFile {
    /// - Returns: nil when the file is as long as it says, or says nothing of it.
    static func words(_ path: String) -> String? {
        var status = stat()
        guard stat(path, &status) == 0, let file = FileHandle(forReadingAtPath: path),
            let header = try? file.read(upToCount: 100), header.starts(with: Data("SQLite format 3\0".utf8))
        else { return nil }
        guard header.count == 100 else { return "cut off within its header" }
        func number(_ range: Range<Int>) -> Int { header[range].reduce(0) { $0 << 8 | Int($1) } }
        let pageSize = number(16..<18) == 1 ? 65536 : number(16..<18)
        let whole = pageSize * number(28..<32)
        return Int(status.st_size) < whole ? "cut off: \(status.st_size) of \(whole) bytes" : nil
    }
}

import Foundation
import Model

/// The day that the flat files of Microsoft's tutorial write into each of their rows (GRAPH.md 9.3).
enum SnapshotDate {
    /// Rows may be long lists of members, behind which the day stands.
    private static let length = 1 << 18

    private static let names = FlatTable.all.flatMap(\.names) + ["entra"]
    /// Most names are told by their first letter.
    private static let firstBytes = Set(names.compactMap(\.utf8.first))

    /// The end of that day; nil for other files.
    static func of(_ file: InputFile) -> Instant? {
        guard let first = file.name.utf8.first, firstBytes.contains(first | 0x20) else { return nil }
        let name = file.name.lowercased()
        guard names.contains(where: name.hasPrefix),
            // A file that cannot be read is refused by the reader, which says why.
            let head = try? file.head(length)
        else { return nil }
        // Of UTF-16 every second byte of this text is zero.
        let text = String(decoding: head.filter { $0 != 0 }, as: UTF8.self)
        guard let match = text.firstMatch(of: #/"SnapshotDate"\s*:\s*"(\d{4}-\d\d-\d\d)/#),
            let day = Instant(String(match.1))
        else { return nil }
        return Instant(ticks: day.ticks + 86_400 * Instant.ticksPerSecond - 1)
    }
}

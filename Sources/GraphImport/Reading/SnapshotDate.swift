import Foundation
import Model

/// The day that the flat files of Microsoft's tutorial write into each of their rows (GRAPH.md 9.3).
enum SnapshotDate {
    /// Rows may be long lists of members, behind which the day stands.
    private static let length = 1 << 18

    /// The end of that day; nil for other files.
    static func of(_ file: InputFile) -> Instant? {
        let name = file.components.last?.lowercased() ?? ""
        guard
            FlatTable.all.contains(where: { $0.names.contains(where: name.hasPrefix) })
                || name.hasPrefix("entra"),
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

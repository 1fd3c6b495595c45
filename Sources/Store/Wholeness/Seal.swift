import GRDB

/// A checksum over all pages of the file, kept in the file, so that a report is never made of pages that are not
/// as tenure left them. SQLite itself notices damage to its structure only, not to what a row says.
///
/// Whatever adds a snapshot breaks the seal in the same transaction; the end of the import sets it anew.
enum Seal {
    enum State: Equatable {
        /// The pages are as they were left.
        case whole
        /// A writer was cut off before it set the seal: nothing can be said.
        case missing
        case broken
    }

    static let table = "seal"

    static let sql = """
        CREATE TABLE IF NOT EXISTS seal (one INTEGER PRIMARY KEY CHECK (one = 1), sum INTEGER) STRICT;
        INSERT OR IGNORE INTO seal VALUES (1, NULL);
        CREATE TRIGGER IF NOT EXISTS sealBreaks AFTER INSERT ON snapshot BEGIN
            UPDATE seal SET sum = NULL;
        END;
        """

    /// To be called in the transaction that changes something without adding a snapshot.
    static func breakIt(_ database: Database) throws {
        guard try database.tableExists(table) else { return }
        try database.execute(sql: "UPDATE seal SET sum = NULL")
    }

    /// Judges the file. To be called within a transaction.
    static func state(_ database: Database) throws -> State {
        guard try database.tableExists(table),
            let known = try Int64.fetchOne(database, sql: "SELECT sum FROM seal")
        else { return .missing }
        return try sum(database) == known ? .whole : .broken
    }

    /// Sets the seal where it is missing. The file must stand alone, without a log beside it.
    static func set(_ database: Database) throws {
        try database.inTransaction(.immediate) {
            guard try database.tableExists(table),
                try Int64.fetchOne(database, sql: "SELECT sum FROM seal") == nil
            else { return .rollback }
            let value = try sum(database)
            try database.execute(sql: "UPDATE seal SET sum = ?", arguments: [value])
            return .commit
        }
    }

    /// What SQLite counts up itself whenever it writes or copies: kinds of journal, change counter and size, schema
    /// cookie, the number of the change for which the size holds, and the version that wrote it.
    private static let counters = [18..<20, 24..<32, 40..<44, 92..<100]

    private static func sum(_ database: Database) throws -> Int64 {
        let pages = try DatabasePages(database)
        let own = try Int.fetchOne(
            database, sql: "SELECT rootpage FROM main.sqlite_master WHERE type = 'table' AND name = 'seal'")
        var sum = PageSum()
        try pages.forEachChunk { bytes, first in
            if first == 1 { for range in counters { clear(bytes, range) } }
            if let own, own >= first, (own - first + 1) * pages.pageSize <= bytes.count {
                clear(bytes, (own - first) * pages.pageSize..<(own - first + 1) * pages.pageSize)
            }
            sum.add(UnsafeRawBufferPointer(bytes))
        }
        return sum.value
    }

    private static func clear(_ bytes: UnsafeMutableRawBufferPointer, _ range: Range<Int>) {
        for index in range { bytes[index] = 0 }
    }
}

import GRDB
import GRDBSQLite
public import Model

/// A prepared statement with raw binding and reading, for the loops in which every row counts (DESIGN.md 4).
///
/// Belongs to the connection that made it and must not outlive it, nor leave its queue.
public final class Statement {
    let handle: OpaquePointer
    private let connection: OpaquePointer

    /// - Parameter isTold: whether an error repeats the statement; who wrote it knows it.
    init(_ database: Database, _ sql: String, isTold: Bool = true) throws {
        guard let connection = database.sqliteConnection else {
            throw StoreError.sql("the connection is closed")
        }
        var handle: OpaquePointer?
        guard
            sqlite3_prepare_v3(connection, sql, -1, UInt32(SQLITE_PREPARE_PERSISTENT), &handle, nil)
                == SQLITE_OK, let handle
        else { throw StoreError.last(of: connection, in: isTold ? sql : nil) }
        self.handle = handle
        self.connection = connection
    }

    deinit {
        sqlite3_finalize(handle)
    }

    /// Binds the value to parameter `index`, counted from 1.
    public func bind(_ index: Int32, _ value: Int64?) {
        if let value { sqlite3_bind_int64(handle, index, value) } else { sqlite3_bind_null(handle, index) }
    }

    public func bind(_ index: Int32, _ value: String?) {
        guard var value else {
            sqlite3_bind_null(handle, index)
            return
        }
        _ = value.withUTF8 { bytes in
            // An empty buffer may have no address, and no address would bind NULL.
            let start = UnsafeRawPointer(bytes.baseAddress ?? ("" as StaticString).utf8Start)
            return sqlite3_bind_text(
                handle, index, start.assumingMemoryBound(to: CChar.self), Int32(bytes.count),
                Statement.transient)
        }
    }

    func bind(_ index: Int32, _ guid: PackedId) {
        _ = guid.withBytes {
            sqlite3_bind_blob(handle, index, $0.baseAddress, Int32($0.count), Statement.transient)
        }
    }

    /// Binds text that must live until the statement is run.
    func bind(_ index: Int32, _ text: UnsafeRawBufferPointer) {
        let start = text.baseAddress ?? UnsafeRawPointer(("" as StaticString).utf8Start)
        sqlite3_bind_text(handle, index, start.assumingMemoryBound(to: CChar.self), Int32(text.count), nil)
    }

    /// Binds bytes that must live until the statement is run.
    func bind(_ index: Int32, blob: UnsafeRawBufferPointer) {
        sqlite3_bind_blob(handle, index, blob.baseAddress, Int32(blob.count), nil)
    }

    /// - Returns: whether there is a row.
    public func step() throws -> Bool {
        switch sqlite3_step(handle) {
        case SQLITE_ROW: return true
        case SQLITE_DONE: return false
        default: throw StoreError.last(of: connection)
        }
    }

    /// Makes the statement ready to run again; what was bound stays.
    public func reset() {
        sqlite3_reset(handle)
    }

    /// Runs a statement that gives no rows.
    public func run() throws {
        defer { reset() }
        while try step() {}
    }

    /// Rows changed by the last statement of this connection.
    public var changes: Int {
        Int(sqlite3_changes(connection))
    }

    public var columnCount: Int {
        Int(sqlite3_column_count(handle))
    }

    enum ColumnType {
        case null, integer, text
    }

    func columnType(_ column: Int32) -> ColumnType {
        switch sqlite3_column_type(handle, column) {
        case SQLITE_NULL: .null
        case SQLITE_INTEGER: .integer
        default: .text
        }
    }

    public func isNull(_ column: Int32) -> Bool {
        sqlite3_column_type(handle, column) == SQLITE_NULL
    }

    public func integer(_ column: Int32) -> Int64? {
        isNull(column) ? nil : sqlite3_column_int64(handle, column)
    }

    public func text(_ column: Int32) -> String? {
        guard let bytes = sqlite3_column_text(handle, column) else { return nil }
        let count = Int(sqlite3_column_bytes(handle, column))
        return String(decoding: UnsafeBufferPointer(start: bytes, count: count), as: UTF8.self)
    }

    /// The text in UTF-8, as the database has it, valid until the next step; nil for NULL.
    public func utf8(_ column: Int32) -> UnsafeBufferPointer<UInt8>? {
        // Found once for both; it needs no protection, since nobody else uses the connection.
        let value = sqlite3_column_value(handle, column)
        guard let bytes = sqlite3_value_text(value) else { return nil }
        return UnsafeBufferPointer(start: bytes, count: Int(sqlite3_value_bytes(value)))
    }

    /// The bytes of a text or blob, valid until the next step; nil for NULL.
    func bytes(_ column: Int32) -> UnsafeRawBufferPointer? {
        guard !isNull(column) else { return nil }
        let start = sqlite3_column_blob(handle, column)
        return UnsafeRawBufferPointer(start: start, count: Int(sqlite3_column_bytes(handle, column)))
    }

    func isBlob(_ column: Int32) -> Bool {
        sqlite3_column_type(handle, column) == SQLITE_BLOB
    }

    public func instant(_ column: Int32) -> Instant? {
        integer(column).map(Instant.init(ticks:))
    }

    /// A moment, of its ticks or of a text that tells it.
    public func moment(_ column: Int32) -> Instant? {
        if sqlite3_column_type(handle, column) == SQLITE_INTEGER { return instant(column) }
        return utf8(column).flatMap { Instant(utf8: UnsafeRawBufferPointer($0)) }
    }

    public func boolean(_ column: Int32) -> Bool? {
        integer(column).map { $0 != 0 }
    }

    /// An id of `ident`: a GUID from its sixteen bytes, any other as its text.
    public func identifier(_ column: Int32) -> String? {
        guard sqlite3_column_type(handle, column) == SQLITE_BLOB,
            let bytes = sqlite3_column_blob(handle, column)
        else { return text(column) }
        let count = Int(sqlite3_column_bytes(handle, column))
        return PackedGUID.text(UnsafeRawBufferPointer(start: bytes, count: count))
    }

    /// Tells SQLite to copy what is bound (SQLITE_TRANSIENT, a cast that C macros do not carry over).
    private static let transient = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
}

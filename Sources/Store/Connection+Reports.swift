import GRDB
import GRDBSQLite

/// Running SQL that a user wrote.
extension Connection {
    /// From here on the connection reads and does nothing else: no write, no ATTACH, no PRAGMA.
    ///
    /// Temporary tables must have been made before.
    public func restrictToReading() {
        sqlite3_set_authorizer(
            database.sqliteConnection,
            { _, action, _, function, _, _ in
                switch action {
                case SQLITE_SELECT, SQLITE_READ, SQLITE_RECURSIVE, SQLITE_TRANSACTION, SQLITE_SAVEPOINT:
                    SQLITE_OK
                case SQLITE_FUNCTION:
                    function.map { String(cString: $0).lowercased() } == "load_extension"
                        ? SQLITE_DENY : SQLITE_OK
                default: SQLITE_DENY
                }
            }, nil)
    }

    /// Prepares a report's query and binds its parameters by name.
    ///
    /// - Throws: `StoreError.sql` with what SQLite says: also of a parameter that has no value.
    public func prepareReport(_ sql: String, parameters: [String: StoredValue]) throws -> Statement {
        let statement = try Statement(database, sql, isTold: false)
        guard statement.isWhole(sql) else {
            throw StoreError.sql("a report is one query; there is more behind it")
        }
        for (index, name) in statement.parameterNames.enumerated() {
            guard let value = parameters[name] else {
                throw StoreError.sql("the parameter :\(name) has no value; give one with --set \(name)=…")
            }
            statement.bind(Int32(index) + 1, value)
        }
        return statement
    }
}

extension Statement {
    var parameterCount: Int { Int(sqlite3_bind_parameter_count(handle)) }

    /// The names of the parameters, without their sign, in the order of their numbers.
    var parameterNames: [String] {
        (0..<sqlite3_bind_parameter_count(handle)).map { index in
            sqlite3_bind_parameter_name(handle, index + 1).map { String(String(cString: $0).dropFirst()) }
                ?? ""
        }
    }

    /// Whether the statement is all that the text holds.
    func isWhole(_ sql: String) -> Bool {
        let own = sqlite3_sql(handle).map { String(cString: $0) } ?? ""
        return sql.dropFirst(own.count).allSatisfy { $0.isWhitespace || $0 == ";" }
    }

    /// The names of the columns that the query gives.
    public var columnNames: [String] {
        (0..<sqlite3_column_count(handle)).map { index in
            sqlite3_column_name(handle, index).map { String(cString: $0) } ?? ""
        }
    }

    /// Whether the column holds a number.
    public func isInteger(_ column: Int32) -> Bool {
        columnType(column) == .integer
    }
}

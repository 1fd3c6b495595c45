import GRDB

/// Whether the database may be believed.
public enum Wholeness: Sendable, Equatable {
    /// Every page is as tenure left it.
    case sealed
    /// The last writer was cut off before it could set the checksum; SQLite finds the structure whole.
    case unsealed

    /// - Parameter deep: whether to look at the structure of one that is not sealed, which takes longer.
    /// - Throws: `StoreError.damaged`, `StoreError.altered`.
    static func judge(_ database: Database, path: String, deep: Bool) throws -> Wholeness {
        switch try Seal.state(database) {
        case .whole: return .sealed
        case .broken:
            let fault = try fault(database)
            throw fault.map { StoreError.damaged(path: path, what: $0) } ?? StoreError.altered(path: path)
        case .missing:
            if deep, let fault = try fault(database) {
                throw StoreError.damaged(path: path, what: fault)
            }
            return .unsealed
        }
    }

    /// What SQLite finds wrong with the structure; nil when it is whole.
    static func fault(_ database: Database) throws -> String? {
        try fault(database, "quick_check")
    }

    /// The same with the constraints of the rows and every entry of the indexes.
    static func deepFault(_ database: Database) throws -> String? {
        try fault(database, "integrity_check")
    }

    private static func fault(_ database: Database, _ check: String) throws -> String? {
        let found = try String.fetchOne(database, sql: "PRAGMA main.\(check)(1)") ?? ""
        return found == "ok" ? nil : found.split(separator: "\n").last.map(String.init) ?? found
    }
}

extension TenureDatabase {
    /// Looks at the structure of a database whose pages have no checksum.
    public func checkStructure() throws {
        guard wholeness == .unsealed else { return }
        do {
            if let fault = try queue.read(Wholeness.fault) {
                throw StoreError.damaged(path: path, what: fault)
            }
        } catch let error as DatabaseError {
            throw StoreError.opening(path, error)
        }
    }
}

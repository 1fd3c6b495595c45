import GRDB

/// Writes down which objects a file told something new of.
final class OriginWriter {
    private let snapshot: SnapshotNumber
    private let insert: Statement
    private var position: Int64 = 0

    init(_ database: Database, snapshot: SnapshotNumber) throws {
        self.snapshot = snapshot
        insert = try Statement(database, "INSERT INTO origin VALUES (?, ?, ?, ?, ?, ?)")
    }

    func write(path: String, entity: String, parent: Int64, keys: [Int64]) throws {
        position += 1
        var bytes = PageBytes()
        bytes.append(keys: keys)
        try bytes.bytes.withUnsafeBytes { bytes in
            insert.bind(1, snapshot.number)
            insert.bind(2, position)
            insert.bind(3, entity)
            insert.bind(4, parent)
            insert.bind(5, path)
            insert.bind(6, blob: bytes)
            try insert.run()
        }
    }
}

extension SnapshotWriter {
    /// Records that a file told something new of these objects of a table.
    public func came(from path: String, entity: String, parent: Int64, keys: [Int64]) throws {
        try originWriter.write(path: path, entity: entity, parent: parent, keys: keys)
    }
}

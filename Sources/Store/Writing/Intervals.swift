import GRDB

/// Keeps what is true of one snapshot after the other as intervals: which collections were read and how, which
/// fields were seen, which objects partial collections showed. A year of equal nights is one row.
struct Intervals {
    private let snapshot: SnapshotNumber
    private let readings: IntervalTable
    private let complete: CompleteReadings
    private let fields: IntervalTable
    private let sightings: IntervalTable

    init(_ database: Database, snapshot: SnapshotNumber) throws {
        self.snapshot = snapshot
        readings = try IntervalTable(database, "reading", ["entity", "parent"], ["complete"])
        complete = try CompleteReadings(database, snapshot: snapshot)
        fields = try IntervalTable(database, "fieldReading", ["entity", "field"], [])
        sightings = try IntervalTable(database, "sighting", ["entity", "parent", "key"], [])
    }

    func extendReading(entity: String, parent: Int64, complete isComplete: Bool) throws {
        if isComplete, complete.goOn(entity: entity, parent: parent) { return }
        try readings.extend(
            [.text(entity), .integer(parent), .integer(isComplete ? 1 : 0)], snapshot: snapshot)
    }

    /// - Returns: whether the snapshot before read it completely, too.
    func continueReading(entity: String, parent: Int64) -> Bool {
        complete.goOn(entity: entity, parent: parent)
    }

    /// Writes down what went on; to be called once, when all is recorded.
    func finish() throws { try complete.write() }

    func extendField(entity: String, field: String) throws {
        try fields.extend([.text(entity), .text(field)], snapshot: snapshot)
    }

    func extendSighting(entity: String, parent: Int64, key: Int64) throws {
        try sightings.extend([.text(entity), .integer(parent), .integer(key)], snapshot: snapshot)
    }
}

/// One table of intervals [first, last], both inclusive.
private struct IntervalTable {
    private let extend: Statement
    private let begin: Statement
    private let count: Int32

    init(_ database: Database, _ table: String, _ keys: [String], _ values: [String]) throws {
        let all = keys + values
        count = Int32(all.count)
        extend = try Statement(
            database,
            "UPDATE \(table) SET last = ?1 WHERE last IN (?1, ?2)"
                + all.enumerated().map { " AND \($1) = ?\($0 + 3)" }.joined())
        begin = try Statement(
            database,
            "INSERT OR REPLACE INTO \(table) (first, last, \(all.joined(separator: ", "))) VALUES (?1, ?1"
                + all.indices.map { ", ?\($0 + 3)" }.joined() + ") -- ?2\n")
    }

    /// Makes the interval that ended with the snapshot before go on, or begins a new one.
    func extend(_ row: [StoredValue], snapshot: SnapshotNumber) throws {
        if try goOn(row, snapshot: snapshot) { return }
        bind(row, to: begin, snapshot)
        try begin.run()
    }

    /// Makes the interval that ended with the snapshot before go on.
    ///
    /// - Returns: whether there is one.
    func goOn(_ row: [StoredValue], snapshot: SnapshotNumber) throws -> Bool {
        guard let previous = snapshot.previous else { return false }
        bind(row, to: extend, snapshot)
        extend.bind(2, previous)
        try extend.run()
        return extend.changes > 0
    }

    private func bind(_ row: [StoredValue], to statement: Statement, _ snapshot: SnapshotNumber) {
        statement.bind(1, snapshot.number)
        for (index, value) in row.enumerated() { statement.bind(Int32(index) + 3, value) }
    }
}

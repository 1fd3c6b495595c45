import GRDB
import Model

/// Where history is cut: the moment before which nothing can be asked any more, and the snapshot whose state holds
/// there and stays.
struct PruneCut {
    let moment: Instant
    let base: Int64

    /// - Returns: nil when no snapshot holds at the moment: nothing is older.
    init?(_ database: Database, at moment: Instant) throws {
        let list = try SnapshotList(Connection(database: database))
        guard let base = list.state(at: moment) else { return nil }
        self.moment = moment
        self.base = base.number
    }

    /// Runs a statement with `?1`, the base's number, and `?2`, the moment, as far as it has them.
    ///
    /// - Returns: how many rows it changed.
    func run(_ database: Database, _ sql: String) throws -> Int {
        let statement = try Statement(database, sql)
        let count = statement.parameterCount
        if count > 0 { statement.bind(1, base) }
        if count > 1 { statement.bind(2, moment.ticks) }
        try statement.run()
        return statement.changes
    }
}

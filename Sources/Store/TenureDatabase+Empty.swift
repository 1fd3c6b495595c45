import GRDB
import Model

extension TenureDatabase {
    /// A database in memory with one snapshot that saw nothing: queries can be tried on its tables and views.
    public static func empty() throws -> TenureDatabase {
        let queue = try DatabaseQueue(configuration: configuration(readonly: false))
        try Migrations.run(queue)
        let database = TenureDatabase(
            path: ":memory:", queue: queue, lock: nil, fresh: nil, wholeness: .sealed)
        let moment = Instant(ticks: 0)
        try database.importing { connection in
            try SnapshotWriter(
                connection, observedAt: moment, observedBy: "", importedAt: moment, eventsOnly: false,
                tool: ""
            ).finish()
        }
        return database
    }
}

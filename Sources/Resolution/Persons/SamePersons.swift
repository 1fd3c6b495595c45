public import Model
import Store

extension ReportState {
    /// Makes the table `samePerson`: subjects that have gained a directory id are still the same person
    /// (ACCESS.md 6). `earlierId` is the subject's id, `personId` the directory object's.
    public func makeSamePersons() throws {
        try connection.execute(
            """
            CREATE TEMP TABLE samePerson (earlierId TEXT PRIMARY KEY, personId TEXT NOT NULL);
            INSERT OR IGNORE INTO temp.samePerson
            SELECT \(IdentSQL.text("s.id")), \(IdentSQL.text("p.id")) FROM temp.subjectPerson t
            JOIN ident s ON s.key = t.subject JOIN ident p ON p.key = t.person
            """)
    }

    /// When the state before this one was observed: of the last import before it that brought state.
    public func previousMoment() throws -> Instant? {
        try SnapshotList(connection).snapshots.last {
            !$0.eventsOnly && $0.observedAt < asOf.snapshot.observedAt
        }?.observedAt
    }
}

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

    /// When the state before this one was observed: of the last import before it that brought state. Where that
    /// was forgotten, it still held when history begins.
    public func previousMoment() throws -> Instant? {
        let list = try SnapshotList(connection)
        let previous = list.snapshots.last {
            !$0.eventsOnly && $0.observedAt < asOf.snapshot.observedAt
        }?.observedAt
        guard let previous, let begins = list.historyBegins else { return nil }
        let askable = max(previous, begins)
        return askable < asOf.snapshot.observedAt ? askable : nil
    }
}

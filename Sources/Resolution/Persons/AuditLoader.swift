import Access
import Model
import Store

/// The audit events that tell of approvals and of assignments by administrators.
struct AuditLoader {
    private struct Event {
        let id: String
        let since: Int64
        /// Nil for a version of another activity.
        let isApproval: Bool?
        let isSuccess: Bool
        let at: Instant?
        let by: String?
    }

    private let asOf: AsOf
    private let list: Statement
    /// What these events name: most assignments and requests are not.
    private let named: KeySet

    init(_ connection: Connection, _ asOf: AsOf) throws {
        self.asOf = asOf
        list = try connection.prepare(AuditLoader.sql)
        named = try KeySet(connection, "SELECT DISTINCT named FROM temp.approvalMention")
    }

    /// - Parameter keys: of the assignment and its request.
    func add(naming keys: [Int64], to found: inout ApprovalLoader.Found) throws {
        var events: [Int64: EventVersions<Event>] = [:]
        /// By event: the versions that name one of the two.
        var naming: [Int64: Set<Int64>] = [:]
        for key in keys where named.contains(key) {
            list.bind(1, key)
            while try list.step() { read(&events, &naming) }
            list.reset()
        }
        for (key, versions) in events {
            guard let event = versions.counting(at: asOf.moment), naming[key]?.contains(event.since) == true
            else { continue }
            add(event, to: &found)
        }
    }

    private func read(_ events: inout [Int64: EventVersions<Event>], _ naming: inout [Int64: Set<Int64>]) {
        let key = list.integer(0) ?? 0
        let since = list.integer(2) ?? 0
        let event = Event(
            id: list.identifier(1) ?? "", since: since, isApproval: list.boolean(3),
            isSuccess: list.boolean(6) == true, at: list.instant(4), by: list.text(5))
        events[key, default: EventVersions()].add(since, asOf, moment: event.at, value: event)
        naming[key, default: []].insert(list.integer(7) ?? 0)
    }

    private func add(_ event: Event, to found: inout ApprovalLoader.Found) {
        guard let isApproval = event.isApproval else { return }
        if isApproval {
            guard event.isSuccess else { return }
            found.votes.append(ApprovalFinding.Vote(at: event.at, by: event.by, id: event.id))
        } else if found.administrator.map({ AuditLoader.isEarlier(event.at, event.id, $0.at, $0.id) }) ?? true
        {
            found.administrator = (event.at, event.id, event.by)
        }
    }

    private static func isEarlier(_ at: Instant?, _ id: String, _ other: Instant?, _ otherId: String) -> Bool
    {
        switch (at, other) {
        case (let moment?, let otherMoment?) where moment != otherMoment: moment < otherMoment
        case (.some, nil): true
        case (nil, .some): false
        default: CodePointOrder.precedes(id, otherId)
        }
    }

    static let sql = """
        SELECT e.key, e.id, e.since, e.isApproval, e.at, e.by, e.isSuccess, m.since
        FROM temp.approvalMention m CROSS JOIN temp.approvalEvent e ON e.key = m.key
        WHERE m.named = ?1 ORDER BY m.key, m.since, e.since
        """
}

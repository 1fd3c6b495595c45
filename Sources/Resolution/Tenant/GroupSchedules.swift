import Access
import Model
import Store

/// Reads what PIM for Groups says of memberships and ownerships that somebody holds or can activate.
struct GroupSchedules {
    static let tables = ["groupAssignmentSchedule", "groupEligibilitySchedule"]

    let groupIndex: [Int64: GroupGraph.Index]
    let readings: Readings

    /// What is derived from a group's own instance counts only where that instance is not known: the group's
    /// members have it from there. An activation is the person's own.
    ///
    /// - Parameter holders: gives `h.key`, and `h.place`, by which the rows are ordered.
    static func sql(_ table: String, _ holders: String, _ readings: Readings) -> String {
        let type = table == "groupAssignmentSchedule" ? "lower(coalesce(a.assignmentType, ''))" : "'eligible'"
        return """
            SELECT h.place, i.id, a.directoryGroup, lower(a.relation), \(type), a.startsAt, a.endsAt, a.since,
            \(readings.sightingSQL(table, key: "a.key"))
            FROM \(holders) h CROSS JOIN main.\(table) a INDEXED BY \(table)Principal ON a.principal = h.key
            CROSS JOIN ident i ON i.key = a.key
            WHERE a.directoryGroup IS NOT NULL AND \(StateViews.isOpen("a"))
            AND (lower(coalesce(a.memberType, '')) <> 'group' OR \(type) = 'activated' OR NOT EXISTS (
                SELECT 1 FROM main.\(table) x INDEXED BY \(table)Group
                WHERE x.directoryGroup = a.directoryGroup AND lower(x.relation) = lower(a.relation)
                AND x.principal IN (SELECT key FROM temp.groupKey) AND \(StateViews.isOpen("x"))))
            ORDER BY h.place
            """
    }

    /// The row of `sql`.
    ///
    /// - Parameter isSeen: whether the directory shows the membership or ownership itself.
    /// - Returns: nil where it is neither, or the directory was read completely later and does not show it.
    func schedule(
        _ row: Statement, _ table: String, isSeen: (GroupSchedule.Relation, GroupGraph.Index) -> Bool
    ) -> GroupSchedule? {
        let key = row.integer(2) ?? 0
        let relations: [String: GroupSchedule.Relation] = ["member": .member, "owner": .owner]
        let kinds: [String: GroupSchedule.Kind] = ["eligible": .eligible, "activated": .activated]
        guard let group = groupIndex[key], let relation = row.text(3).flatMap({ relations[$0] }) else {
            return nil
        }
        let schedule = GroupSchedule(
            id: row.identifier(1) ?? "", group: group, relation: relation,
            kind: row.text(4).flatMap { kinds[$0] } ?? .assigned,
            term: ScheduleTerm(startsAt: row.instant(5), endsAt: row.instant(6)),
            observedAt: readings.observation(
                table, parents: [key], since: row.integer(7) ?? 0, sighting: row.integer(8)))
        let edges = relation == .member ? "groupMember" : "groupOwner"
        guard schedule.kind != .eligible, let read = readings.completeReading(edges, parent: key),
            read > schedule.observedAt, schedule.term.startsAt.map({ $0 <= read }) ?? true
        else { return schedule }
        return isSeen(relation, group) ? schedule : nil
    }
}

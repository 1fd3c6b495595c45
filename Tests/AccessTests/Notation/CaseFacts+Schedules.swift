import Access
import Model

extension CaseFacts {
    /// A line on PIM for Groups, before groups are numbered.
    struct Scheduled {
        let holder: String
        let id: String
        let group: String
        let relation: GroupSchedule.Relation
        let kind: GroupSchedule.Kind
        let term: ScheduleTerm
        let observedAt: Instant

        func schedule(_ number: GroupGraph.Index) -> GroupSchedule {
            GroupSchedule(
                id: id, group: number, relation: relation, kind: kind, term: term, observedAt: observedAt)
        }
    }

    /// Memberships and ownerships that PIM for Groups tells of, of persons and of groups.
    mutating func readSchedule(_ statement: Statement) throws -> Bool {
        if let found = statement.match("pim _ of _ _ for _ as _") {
            mention(person: found[3])
            groupSchedules.append(try scheduled(found, holder: found[3], statement))
        } else if let found = statement.match("pim _ of _ _ for group _ as _") {
            mention(group: found[3])
            groupSchedules.append(try scheduled(found, holder: "group " + found[3], statement))
        } else {
            return false
        }
        return true
    }

    private mutating func scheduled(
        _ found: [String], holder: String, _ statement: Statement
    ) throws -> Scheduled {
        try statement.allow("from", "to", "seen")
        mention(group: found[1])
        let relations: [String: GroupSchedule.Relation] = ["member": .member, "owner": .owner]
        let kinds: [String: GroupSchedule.Kind] = [
            "assigned": .assigned, "activated": .activated, "eligible": .eligible,
        ]
        guard let relation = relations[found[0]], let kind = kinds[found[2]] else {
            throw CaseError(line: statement.line, problem: "no relation or kind of a schedule")
        }
        return Scheduled(
            holder: holder, id: found[4], group: found[1], relation: relation, kind: kind,
            term: ScheduleTerm(startsAt: try statement.moment("from"), endsAt: try statement.moment("to")),
            observedAt: try observation(statement))
    }
}

import Model

/// What PIM for Groups says of one person's memberships and ownerships, as far as they are active, are yet to
/// begin or have ended: what can be activated is with `EligibleGrants`.
struct ScheduledEdges: Sendable {
    /// What schedules say of one edge.
    struct Terms: Sendable {
        /// Whether a schedule tells of the edge, so that it has no row of its own.
        var isTold = false
        /// Whether a row of them is active.
        var isActive = false
        /// Whether somebody activated what is active now.
        var isActivation = false
        /// The latest end of their active and scheduled rows.
        var latest: Until?
        /// The latest end after the edge was seen.
        var ended: Instant?
    }

    /// A membership, and whether the directory itself shows it: else only a schedule does.
    struct Membership {
        let edge: PersonEdges.GroupEdge
        let isObserved: Bool
    }

    private let schedules: [GroupSchedule]
    /// By schedule: whether it has a row.
    private var hasRow: [Bool] = []
    private let moment: Instant

    init(of person: PersonEdges, _ tenant: Tenant, _ packages: PackageGrants, to grants: inout [Grant]) {
        moment = tenant.moment
        schedules = person.groupSchedules.filter { $0.kind != .eligible }
        for schedule in schedules {
            let role = schedule.role(in: tenant)
            // A membership that PIM only lists is explained as one that it does not list.
            let isExplained =
                schedule.isPlain(at: moment)
                && packages.explanation(of: role, observedAt: schedule.observedAt) != .none
            hasRow.append(!isExplained)
            guard !isExplained else { continue }
            grants.append(
                Grant(
                    kind: .direct, held: role, entrance: schedule.kind == .activated ? .activated : nil,
                    assignmentId: schedule.id, startsAt: schedule.term.startsAt, until: schedule.term.until,
                    status: schedule.status(at: moment), observedAt: schedule.observedAt))
        }
    }

    /// The memberships in the order of the groups' ids, with those that only an active schedule shows.
    func memberships(_ edges: [PersonEdges.GroupEdge]) -> [Membership] {
        var all = edges.map { Membership(edge: $0, isObserved: true) }
        if !schedules.isEmpty {
            var known = Set(edges.map(\.group))
            for schedule in schedules
            where schedule.relation == .member && schedule.isActive(at: moment) {
                guard known.insert(schedule.group).inserted else { continue }
                let edge = PersonEdges.GroupEdge(group: schedule.group, observedAt: schedule.observedAt)
                all.append(Membership(edge: edge, isObserved: false))
            }
        }
        return all.sorted { $0.edge.group < $1.edge.group }
    }

    func terms(_ relation: GroupSchedule.Relation, of edge: PersonEdges.GroupEdge) -> Terms {
        var terms = Terms()
        for (schedule, hasRow) in zip(schedules, hasRow)
        where schedule.group == edge.group && schedule.relation == relation {
            let status = schedule.status(at: moment)
            let tells = schedule.tells(ofEdgeSeen: edge.observedAt, at: moment)
            if tells { terms.isTold = true }
            if status == .ended, tells {
                terms.ended = latest(terms.ended, schedule.term.endsAt)
            }
            guard hasRow, status == .active || status == .scheduled else { continue }
            terms.latest = latest(terms.latest, schedule.term.until.until)
            if status == .active {
                terms.isActive = true
                if schedule.kind == .activated { terms.isActivation = true }
            }
        }
        return terms
    }
}

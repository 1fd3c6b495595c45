import Model

/// The rows of a person's assignments: each known resource role of each package, and at least one row for each
/// assignment ("nothing vanishes").
struct PackageGrants: Sendable {
    /// What others ask of a grant about a role.
    private struct Note {
        /// The place of the grant before it about the same role.
        let previous: Int?
        let term: AssignmentTerm
        let package: Package?
    }

    private var notes: [Note] = []
    /// The place in `notes` of the last that is about a role.
    private var last = RoleTable<Int>()
    private var edges = ObservedEdges()

    /// Adds the rows of the next person: what is asked afterwards is about this one.
    mutating func add(of person: PersonEdges, _ tenant: Tenant, to grants: inout [Grant]) {
        last.removeAll()
        notes.removeAll(keepingCapacity: true)
        guard !person.assignments.isEmpty else { return }
        edges.begin(person, tenant)
        for assignment in person.assignments {
            let term = AssignmentTerm(of: assignment, at: tenant.moment)
            guard let roles = assignment.package?.roles, !roles.isEmpty else {
                grants.append(Grant(of: assignment, term, held: nil, .unknown))
                continue
            }
            for role in roles {
                let inEffect = person.isKnown ? edges.inEffect(role, startsAt: term.startsAt) : .unknown
                grants.append(Grant(of: assignment, term, held: role.role, inEffect))
                notes.append(Note(previous: last[role.role.number], term: term, package: assignment.package))
                last[role.role.number] = notes.count - 1
            }
        }
    }

    /// Goes through the grants of a role, the last first.
    private func forEachNote(of role: ResourceRole, _ body: (Note) -> Void) {
        var place = last[role.number]
        while let here = place {
            body(notes[here])
            place = notes[here].previous
        }
    }

    /// How a directly observed edge is told of (ACCESS.md 3, "explained edges").
    enum Explanation: Equatable {
        /// By nothing: the edge has a row of its own.
        case none
        /// By a live grant.
        case live
        /// By a grant that ended after the edge was observed; the latest such end.
        case ended(Instant)

        var end: Instant? {
            if case .ended(let end) = self { end } else { nil }
        }
    }

    func explanation(of role: ResourceRole, observedAt: Instant) -> Explanation {
        var isLive = false
        var end: Instant?
        forEachNote(of: role) { note in
            isLive = isLive || note.term.status.isLive
            if let ended = note.term.endedAt, ended > observedAt { end = latest(end, ended) }
        }
        return isLive ? .live : end.map(Explanation.ended) ?? .none
    }

    /// The latest end of the live and scheduled grants of a role; nil where there are none.
    func latestEnd(of role: ResourceRole) -> Until? {
        var end: Until?
        forEachNote(of: role) { note in
            guard note.term.status.isLive || note.term.status == .scheduled else { return }
            end = latest(end, note.term.until.until)
        }
        return end
    }

    /// The names of the first package that gives the role now, and of the first that gave it and has ended.
    func names(of role: ResourceRole) -> (live: String?, ended: String?) {
        var names: (live: String?, ended: String?) = (nil, nil)
        forEachNote(of: role) { note in
            let name = note.package?.name
            if note.term.status.isLive, name != nil { names.live = name }
            if note.term.status == .ended { names.ended = name }
        }
        return names
    }
}

extension Grant {
    fileprivate init(
        of assignment: Assignment, _ term: AssignmentTerm, held: ResourceRole?, _ inEffect: InEffect
    ) {
        self.init(
            kind: .package, held: held, assignment: assignment, assignmentId: assignment.id,
            startsAt: term.startsAt, until: term.until, status: term.status, inEffect: inEffect,
            observedAt: assignment.observedAt)
    }
}

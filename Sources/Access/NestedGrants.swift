import Model

/// One row for each group that a person's own groups lead to (ACCESS.md 3, nestedGroup).
struct NestedGrants: Sendable {
    /// The best way to a group so far.
    private struct Way {
        let group: GroupGraph.Index
        /// Places of the membership and of the step of its ascent.
        var start: Int
        var step: Int
        var length: Int
        var pathCount: Int
        var until: Until
    }

    /// By group: its place in `ways`.
    private var places: [Int32]
    private var ways: [Way] = []

    init(groupCount: Int) {
        places = Array(repeating: -1, count: groupCount)
    }

    /// - Parameter ascents: one for each membership.
    mutating func add(
        of memberships: [DirectGrants.Membership], _ ascents: [Ascent], _ tenant: Tenant,
        to grants: inout [Grant]
    ) {
        // In the order of ids: among equally short paths the smallest group nearest the person wins.
        for (start, ascent) in ascents.enumerated() {
            let until = memberships[start].until
            for step in ascent.steps.indices {
                take(ascent.steps[step].group, start, step, ascent.steps[step].length, until)
            }
        }
        grants.reserveCapacity(grants.count + ways.count)
        for way in ways {
            let step = ascents[way.start].steps[way.step]
            let until = StatedUntil.membership(way.until)
            grants.append(
                Grant(
                    kind: .nestedGroup, held: tenant.groups[Int(way.group)].member, path: step.path,
                    entrance: memberships[way.start].entrance(for: until), pathCount: way.pathCount,
                    until: until, observedAt: min(memberships[way.start].observedAt, step.observedAt)))
            places[Int(way.group)] = -1
        }
        ways.removeAll(keepingCapacity: true)
    }

    private mutating func take(
        _ group: GroupGraph.Index, _ start: Int, _ step: Int, _ length: Int, _ until: Until
    ) {
        let place = Int(places[Int(group)])
        guard place >= 0 else {
            places[Int(group)] = Int32(ways.count)
            ways.append(
                Way(group: group, start: start, step: step, length: length, pathCount: 1, until: until))
            return
        }
        ways[place].pathCount += 1
        ways[place].until = max(ways[place].until, until)
        if length < ways[place].length {
            ways[place].start = start
            ways[place].step = step
            ways[place].length = length
        }
    }
}

import Model

/// Every group that a group leads to, each by its shortest path, the smallest ids first among equals
/// (ACCESS.md 3, nestedGroup).
///
/// A breadth-first walk that takes holders in the order of their ids meets each group first by the path that
/// comes first: within a layer, the order of the queue is the order of the paths. Cycles end because no group
/// is met twice.
final class Ascent: Sendable {
    struct Step: Sendable {
        let group: GroupGraph.Index
        /// The groups in between, the start included.
        let path: GroupPath
        /// How many these are.
        let length: Int
        /// The oldest observation of the edges from the start up to here.
        let observedAt: Instant
    }

    /// The groups above, in the order in which they were met; the start is not among them.
    let steps: [Step]
    /// The path of what the start itself conveys.
    let own: GroupPath

    /// - Parameter number: the first number for its paths; they take one more than it has steps.
    init(from start: GroupGraph.Index, in graph: GroupGraph, number: Int) {
        let own = GroupPath([start], number: number)
        var steps: [Step] = []
        var met: Set<GroupGraph.Index> = [start]
        func climb(from group: GroupGraph.Index, by path: GroupPath, observedAt: Instant?) {
            for parent in graph.parents(of: group) where met.insert(parent.group).inserted {
                let oldest = observedAt.map { min($0, parent.observedAt) } ?? parent.observedAt
                steps.append(
                    Step(group: parent.group, path: path, length: path.groups.count, observedAt: oldest))
            }
        }
        climb(from: start, by: own, observedAt: nil)
        var next = 0
        while next < steps.count {
            let step = steps[next]
            next += 1
            guard !graph.parents(of: step.group).isEmpty else { continue }
            let path = GroupPath(step.path.groups + [step.group], number: number + next)
            climb(from: step.group, by: path, observedAt: step.observedAt)
        }
        self.steps = steps
        self.own = own
    }
}

/// The ascents of the groups that were asked for, kept while they fit.
struct Ascents: Sendable {
    private let graph: GroupGraph
    private var kept: [Ascent?]
    private var keptSteps = 0
    private var pathCount = 0
    private var pairs: [[GroupGraph.Index]: GroupPath] = [:]
    private let limit: Int

    /// - Parameter limit: how many steps are kept at most; all are forgotten when it is passed.
    init(graph: GroupGraph, limit: Int = 400_000) {
        self.graph = graph
        self.limit = limit
        kept = Array(repeating: nil, count: graph.groupCount)
    }

    mutating func ascent(from group: GroupGraph.Index) -> Ascent {
        if let known = kept[Int(group)] { return known }
        let ascent = Ascent(from: group, in: graph, number: pathCount)
        pathCount += ascent.steps.count + 1
        if keptSteps + ascent.steps.count > limit {
            kept = Array(repeating: nil, count: kept.count)
            keptSteps = 0
        }
        keptSteps += ascent.steps.count
        kept[Int(group)] = ascent
        return ascent
    }

    /// The path through a group and one that its members can activate.
    mutating func path(_ group: GroupGraph.Index, then eligible: GroupGraph.Index) -> GroupPath {
        let groups = [group, eligible]
        if let known = pairs[groups] { return known }
        let path = GroupPath(groups, number: pathCount)
        pathCount += 1
        pairs[groups] = path
        return path
    }
}

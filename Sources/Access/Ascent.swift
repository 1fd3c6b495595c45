public import Model

/// Every group that a group leads to, each by its shortest path, the smallest ids first among equals
/// (ACCESS.md 3, nestedGroup).
///
/// A breadth-first walk that takes holders in the order of their ids meets each group first by the path that
/// comes first: within a layer, the order of the queue is the order of the paths. Cycles end because no group
/// is met twice.
public struct Ascent: Sendable {
    public struct Step: Sendable {
        public let group: GroupGraph.Index
        /// The step below, as a place in `steps`; the first step has none.
        let below: Int32
        /// How many groups lie between the start and this one, the start included.
        public let length: Int32
        /// The oldest observation of the edges from the start up to here.
        public let observedAt: Instant
    }

    /// The groups above, in the order in which they were met; the start is not among them.
    public let steps: [Step]
    let start: GroupGraph.Index

    public init(from start: GroupGraph.Index, in graph: GroupGraph) {
        var steps: [Step] = []
        var met: Set<GroupGraph.Index> = [start]
        func climb(from group: GroupGraph.Index, place: Int32, length: Int32, observedAt: Instant?) {
            for parent in graph.parents(of: group) where met.insert(parent.group).inserted {
                let oldest = observedAt.map { min($0, parent.observedAt) } ?? parent.observedAt
                steps.append(
                    Step(group: parent.group, below: place, length: length, observedAt: oldest))
            }
        }
        climb(from: start, place: -1, length: 1, observedAt: nil)
        var next = 0
        while next < steps.count {
            let step = steps[next]
            climb(
                from: step.group, place: Int32(next), length: step.length + 1, observedAt: step.observedAt)
            next += 1
        }
        self.steps = steps
        self.start = start
    }

    /// The groups in between, from the start up to, but without, the group of this step.
    public func path(to step: Step) -> [GroupGraph.Index] {
        var path: [GroupGraph.Index] = []
        var place = step.below
        while place >= 0 {
            path.append(steps[Int(place)].group)
            place = steps[Int(place)].below
        }
        path.append(start)
        return path.reversed()
    }
}

/// The ascents of the groups that were asked for, kept while they fit.
public struct Ascents: Sendable {
    private let graph: GroupGraph
    private var kept: [GroupGraph.Index: Ascent] = [:]
    private var keptSteps = 0
    private let limit: Int

    /// - Parameter limit: how many steps are kept at most; all are forgotten when it is passed.
    public init(graph: GroupGraph, limit: Int = 1_000_000) {
        self.graph = graph
        self.limit = limit
    }

    public mutating func ascent(from group: GroupGraph.Index) -> Ascent {
        if let known = kept[group] { return known }
        let ascent = Ascent(from: group, in: graph)
        if keptSteps + ascent.steps.count > limit {
            kept.removeAll(keepingCapacity: true)
            keptSteps = 0
        }
        keptSteps += ascent.steps.count
        kept[group] = ascent
        return ascent
    }
}

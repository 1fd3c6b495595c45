public import Model

/// The groups of a tenant and which is a member of which, as seen at T.
///
/// Groups are numbered in the order of their ids, so that the smaller number is the smaller id.
public struct GroupGraph: Sendable {
    public typealias Index = Int32

    /// A group that holds another one as a member.
    public struct Parent: Sendable {
        public let group: Index
        public let observedAt: Instant

        public init(group: Index, observedAt: Instant) {
            self.group = group
            self.observedAt = observedAt
        }
    }

    private let starts: [Int32]
    private let parents: [Parent]

    /// - Parameter edges: pairs of member and holder, by number; the order does not matter.
    public init(groupCount: Int, edges: [(member: Index, parent: Parent)]) {
        let sorted = edges.sorted { ($0.member, $0.parent.group) < ($1.member, $1.parent.group) }
        var starts = [Int32](repeating: 0, count: groupCount + 1)
        for edge in sorted { starts[Int(edge.member) + 1] += 1 }
        for index in 0..<groupCount { starts[index + 1] += starts[index] }
        self.starts = starts
        parents = sorted.map(\.parent)
    }

    var groupCount: Int { starts.count - 1 }

    /// The groups that hold this one, smallest id first.
    public func parents(of group: Index) -> ArraySlice<Parent> {
        parents[Int(starts[Int(group)])..<Int(starts[Int(group) + 1])]
    }
}

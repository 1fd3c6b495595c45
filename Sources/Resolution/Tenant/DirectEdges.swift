import Access
import Model
import Store

/// Who is directly in which groups at T, or owns them: all of them in memory, twelve bytes each.
///
/// Read in the order of the table they cost a fraction of what they would when each person's were looked up.
struct DirectEdges {
    private struct Edge {
        let holder: Int32
        let group: GroupGraph.Index
        /// The snapshot that showed it last.
        let seen: Int32
    }

    /// By holder, then by group.
    private var list: [Edge] = []
    private let asOf: AsOf

    /// - Parameter table: `groupMember` or `groupOwner`.
    init(
        _ connection: Connection, _ table: String, _ groups: [Int64: GroupGraph.Index], _ readings: Readings
    ) throws {
        asOf = readings.asOf
        let rows = try connection.prepare(
            """
            SELECT m.parent, m.key, m.since, \(readings.sightingSQL(table, parent: "m.parent", key: "m.key"))
            FROM temp.\(table)Open m ORDER BY m.parent, m.key
            """)
        var parent: Int64?
        var group: GroupGraph.Index?
        var complete: Int64 = 0
        while try rows.step() {
            let next = rows.integer(0) ?? 0
            if next != parent {
                parent = next
                group = groups[next]
                complete = readings.lastComplete(table, parent: next)
            }
            guard let group else { continue }
            let seen = max(rows.integer(2) ?? 0, rows.integer(3) ?? 0, complete)
            list.append(Edge(holder: Int32(rows.integer(1) ?? 0), group: group, seen: Int32(seen)))
        }
        list.sort { ($0.holder, $0.group) < ($1.holder, $1.group) }
    }

    /// Everybody who holds an edge, each once.
    func forEachHolder(_ body: (Int64) throws -> Void) rethrows {
        var last: Int32?
        for edge in list where edge.holder != last {
            last = edge.holder
            try body(Int64(edge.holder))
        }
    }

    /// The edges of one holder, in the order of the groups.
    func edges(of holder: Int64) -> [PersonEdges.GroupEdge] {
        var (low, high) = (0, list.count)
        while low < high {
            let middle = (low + high) / 2
            if list[middle].holder < holder { low = middle + 1 } else { high = middle }
        }
        var end = low
        while end < list.count, list[end].holder == holder { end += 1 }
        return list[low..<end].map { edge in
            PersonEdges.GroupEdge(group: edge.group, observedAt: asOf.observed(Int64(edge.seen)))
        }
    }
}

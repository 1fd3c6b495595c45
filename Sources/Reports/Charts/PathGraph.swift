/// Ways merged into one graph: objects that are the same stand once, in layers from left to right.
///
/// A node lies one layer behind the last of those that lead to it. Where a way goes over several layers it has a
/// waypoint in each, so that no arrow runs through a box.
struct PathGraph {
    struct Node {
        /// Nil for a waypoint.
        let label: String?
        /// A way begins or ends here.
        var isEnd = false
        var layer = 0
    }

    /// An arrow, through its waypoints.
    typealias Edge = [Int]

    private(set) var nodes: [Node] = []
    private(set) var edges: [Edge] = []
    /// The nodes of each layer from top to bottom.
    private(set) var layers: [[Int]] = []

    init(_ paths: [[PathStep]]) {
        var places: [String: Int] = [:]
        var pairs: [(from: Int, to: Int)] = []
        var seen: Set<[Int]> = []
        for path in paths {
            var before: Int?
            for (index, step) in path.enumerated() {
                let place = places[step.id] ?? nodes.count
                if place == nodes.count {
                    places[step.id] = place
                    nodes.append(Node(label: step.label))
                }
                if index == 0 || index == path.count - 1 { nodes[place].isEnd = true }
                if let before, before != place, seen.insert([before, place]).inserted {
                    pairs.append((before, place))
                }
                before = place
            }
        }
        layer(pairs)
        for pair in pairs { edges.append(waypoints(from: pair.from, to: pair.to)) }
        arrange()
    }

    /// Sets each node's layer. An arrow that would close a circle (groups in each other) does not count.
    private mutating func layer(_ pairs: [(from: Int, to: Int)]) {
        var following: [[Int]] = nodes.map { _ in [] }
        for pair in pairs { following[pair.from].append(pair.to) }
        var state = nodes.map { _ in 0 }
        var order: [Int] = []
        var forward: [[Int]] = nodes.map { _ in [] }
        func visit(_ node: Int) {
            state[node] = 1
            for next in following[node] where state[next] != 1 {
                forward[node].append(next)
                if state[next] == 0 { visit(next) }
            }
            state[node] = 2
            order.append(node)
        }
        for node in nodes.indices where state[node] == 0 { visit(node) }
        for node in order.reversed() {
            for next in forward[node] { nodes[next].layer = max(nodes[next].layer, nodes[node].layer + 1) }
        }
    }

    private mutating func waypoints(from: Int, to: Int) -> Edge {
        var edge = [from]
        let (first, last) = (nodes[from].layer, nodes[to].layer)
        for layer in stride(from: first + 1, to: last, by: 1) {
            edge.append(nodes.count)
            nodes.append(Node(label: nil, layer: layer))
        }
        return edge + [to]
    }

    /// Orders each layer by where its neighbours stand, a few times back and forth.
    private mutating func arrange() {
        let count = (nodes.map(\.layer).max() ?? -1) + 1
        layers = (0..<count).map { layer in nodes.indices.filter { nodes[$0].layer == layer } }
        var before: [[Int]] = nodes.map { _ in [] }
        var behind = before
        for edge in edges {
            for (left, right) in zip(edge, edge.dropFirst()) {
                behind[left].append(right)
                before[right].append(left)
            }
        }
        for round in 0..<8 {
            let places = round % 2 == 0 ? Array(layers.indices) : layers.indices.reversed()
            for layer in places { sort(layer, by: round % 2 == 0 ? before : behind) }
        }
    }

    private mutating func sort(_ layer: Int, by neighbours: [[Int]]) {
        var place: [Int: Double] = [:]
        for nodes in layers {
            for (index, node) in nodes.enumerated() {
                place[node] = (Double(index) + 0.5) / Double(nodes.count)
            }
        }
        let weight = layers[layer].map { node -> Double in
            let around = neighbours[node].compactMap { place[$0] }
            return around.isEmpty ? place[node] ?? 0 : around.reduce(0, +) / Double(around.count)
        }
        let order = layers[layer].indices.sorted { (weight[$0], $0) < (weight[$1], $1) }
        layers[layer] = order.map { layers[layer][$0] }
    }
}

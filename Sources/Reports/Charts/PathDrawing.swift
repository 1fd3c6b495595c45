/// Boxes with names and arrows between them, from the persons at the left to the resources at the right.
struct PathDrawing {
    private let graph: PathGraph
    private let arrow: String
    private var lines: [Int: [String]] = [:]
    /// The middle of each node.
    private var middles: [Int: Double] = [:]
    let width: Double
    private(set) var height = 0.0

    private static let letters = 12.0
    private static let line = 15.0
    private static let box = 156.0
    private static let inner = 138.0
    private static let gap = 46.0
    private static let between = 12.0
    private static let waypoint = 6.0

    init(_ graph: PathGraph, name: String) {
        self.graph = graph
        arrow = "arrow-" + name
        let count = Double(graph.layers.count)
        width = count * PathDrawing.box + max(0, count - 1) * PathDrawing.gap + 2
        for (index, node) in graph.nodes.enumerated() {
            lines[index] = node.label.map {
                TextWidth.lines($0, size: PathDrawing.letters, width: PathDrawing.inner, count: 3)
            }
        }
        let heights = graph.layers.map { layer in
            layer.map(boxHeight).reduce(0, +) + Double(max(0, layer.count - 1)) * PathDrawing.between
        }
        height = (heights.max() ?? 0) + 2
        for (layer, total) in zip(graph.layers, heights) {
            var y = (height - total) / 2
            for node in layer {
                middles[node] = y + boxHeight(node) / 2
                y += boxHeight(node) + PathDrawing.between
            }
        }
    }

    var nodes: [XMLNode] {
        let tip = XMLNode(
            "marker",
            [
                "id": arrow, "class": "tip", "viewBox": "0 0 8 8", "refX": "7", "refY": "4",
                "markerWidth": "8", "markerHeight": "8", "orient": "auto",
            ], [XMLNode("path", ["d": "M0,0.5 L8,4 L0,7.5 z", "fill": "currentColor"])])
        return [XMLNode("defs", [:], [tip])] + graph.edges.map(edge) + graph.nodes.indices.flatMap(box)
    }

    private func boxHeight(_ node: Int) -> Double {
        lines[node].map { Double($0.count) * PathDrawing.line + 13 } ?? PathDrawing.waypoint
    }

    private func left(_ node: Int) -> Double {
        1 + Double(graph.nodes[node].layer) * (PathDrawing.box + PathDrawing.gap)
    }

    private func box(_ node: Int) -> [XMLNode] {
        guard let lines = lines[node], let middle = middles[node] else { return [] }
        let (x, high) = (left(node), boxHeight(node))
        let frame = XMLNode(
            "rect",
            [
                "class": graph.nodes[node].isEnd ? "box end" : "box", "x": x.printed,
                "y": (middle - high / 2).printed, "width": PathDrawing.box.printed, "height": high.printed,
                "rx": "2",
            ])
        let first = middle - Double(lines.count - 1) * PathDrawing.line / 2 + 4
        return [frame]
            + lines.enumerated().map { index, text in
                XMLNode(
                    "text",
                    [
                        "x": (x + PathDrawing.box / 2).printed,
                        "y": (first + Double(index) * PathDrawing.line).printed,
                    ], text: text)
            }
    }

    /// A curve from the right side of a box to the left side of the next; straight on through waypoints.
    private func edge(_ edge: PathGraph.Edge) -> XMLNode {
        var x = left(edge[0]) + PathDrawing.box
        var y = middles[edge[0]] ?? 0
        var path = "M\(x.printed),\(y.printed)"
        for (index, node) in edge.enumerated().dropFirst() {
            let (nextX, nextY) = (left(node), middles[node] ?? 0)
            let half = (nextX - x) / 2
            path +=
                " C\((x + half).printed),\(y.printed) \((nextX - half).printed),\(nextY.printed)"
                + " \(nextX.printed),\(nextY.printed)"
            (x, y) = (nextX, nextY)
            if index < edge.count - 1 {
                x += PathDrawing.box
                path += " H\(x.printed)"
            }
        }
        return XMLNode("path", ["class": "way", "d": path, "marker-end": "url(#\(arrow))"])
    }
}

/// How the parts of a bar are told apart without colour: the first is solid, the others are hatched, empty, dotted,
/// crossed and lined.
struct ChartFill {
    let id: String
    private let kind: Int
    private let isMarked: Bool
    private let isSolid: Bool

    init(chart: Chart, index: Int, _ series: Series) {
        id = "fill-\(chart.name)-\(index)"
        kind = index % 6
        isMarked = series.isMarked
        isSolid = kind == 0
    }

    /// What a shape with this fill is, in the style.
    var className: String { (isSolid ? "part solid" : "part") + (isMarked ? " marked" : "") }

    /// What a number on it is, in the style.
    var within: String { isSolid ? "within solid" : "within" }

    /// As the attribute `fill` says it.
    var paint: String { isSolid ? "currentColor" : "url(#\(id))" }

    /// Its definition; nil where it needs none.
    var pattern: XMLNode? {
        let shapes: [XMLNode] =
            switch kind {
            case 0: []
            case 1: [line("M-1,1 L1,-1 M0,6 L6,0 M5,7 L7,5")]
            case 2: [line("M0,0")]
            case 3: [XMLNode("circle", ["cx": "3", "cy": "3", "r": "1.1", "fill": "currentColor"])]
            case 4: [line("M0,6 L6,0 M0,0 L6,6")]
            default: [line("M0,3 L6,3")]
            }
        guard !shapes.isEmpty else { return nil }
        return XMLNode(
            "pattern",
            [
                "id": id, "class": isMarked ? "fill marked" : "fill", "width": "6", "height": "6",
                "patternUnits": "userSpaceOnUse",
            ], shapes)
    }

    private func line(_ path: String) -> XMLNode {
        XMLNode("path", ["d": path, "stroke": "currentColor", "stroke-width": "1.2", "fill": "none"])
    }
}

/// A chart as a page shows it: the picture, its words for those who do not see it, and what tells its fills apart.
struct ChartFigure {
    private let rows: ChartRows
    private let total: Int
    private let texts: PageTexts

    /// - Parameter total: how many rows the table has.
    init(_ rows: ChartRows, total: Int, _ texts: PageTexts) {
        self.rows = rows
        self.total = total
        self.texts = texts
    }

    /// What the template can name.
    var values: [String: Any] {
        let chart = rows.chart
        let picture = chart.kind == .paths ? paths : bars
        let table = PageNames.rows(rows.table)
        let key = total > rows.rows.count ? "chartOfSome" : "chartOfAll"
        let link = XMLNode("a", ["href": "#" + table], text: rows.table.title).printed
        return [
            "id": PageNames.chart(chart), "title": chart.title, "doc": chart.doc,
            "kind": chart.kind.rawValue, "picture": picture.drawings.map(\.printed).joined(),
            "isWide": picture.width > 320, "hasKeys": picture.keys.count > 1, "keys": picture.keys,
            "from": texts.html(
                key,
                [
                    "table": link, "shown": PageValues.grouped(rows.rows.count),
                    "total": PageValues.grouped(total),
                ]),
        ]
    }

    private struct Picture {
        let drawings: [XMLNode]
        /// The least width in pixels.
        let width: Int
        var keys: [[String: String]] = []
    }

    private var bars: Picture {
        let parts = ChartParts(rows, texts)
        let fills = parts.fills.compactMap(\.pattern)
        let definitions = fills.isEmpty ? [] : [XMLNode("defs", [:], fills)]
        let keys = zip(parts.series, parts.fills).map { series, fill in
            let swatch = XMLNode(
                "rect",
                [
                    "class": fill.className, "fill": fill.paint, "x": "1", "y": "1", "width": "20",
                    "height": "11",
                ])
            return [
                "text": series.text,
                "swatch": XMLNode(
                    "svg", ["class": "key", "width": "22", "height": "13", "aria-hidden": "true"], [swatch]
                ).printed,
            ]
        }
        if rows.chart.kind == .columns {
            let drawing = ColumnDrawing(parts: parts)
            let (height, nodes) = drawing.nodes
            let svg = svg(height: height, definitions + nodes, spoken: parts.spoken)
            return Picture(drawings: [svg], width: drawing.widths.least, keys: keys)
        }
        // The first speaks for all.
        let drawings = BarDrawing(parts: parts).bars.enumerated().map { index, bar in
            index == 0
                ? svg(height: bar.height, definitions + bar.nodes, spoken: parts.spoken)
                : XMLNode(
                    "svg",
                    [
                        "xmlns": "http://www.w3.org/2000/svg", "aria-hidden": "true", "width": "100%",
                        "height": bar.height.printed,
                    ], bar.nodes)
        }
        return Picture(drawings: drawings, width: 0, keys: keys)
    }

    private var paths: Picture {
        let ways = rows.paths
        let drawing = PathDrawing(PathGraph(ways), name: rows.chart.name)
        let spoken = ways.map { $0.map(\.label).joined(separator: " → ") }.joined(separator: "; ") + "."
        let svg = svg(width: drawing.width, height: drawing.height, drawing.nodes, spoken: spoken)
        return Picture(drawings: [svg], width: Int(drawing.width))
    }

    private func svg(width: Double? = nil, height: Double, _ nodes: [XMLNode], spoken: String) -> XMLNode {
        let id = PageNames.chart(rows.chart)
        let words = [
            XMLNode("title", ["id": id + "-title"], text: rows.chart.title),
            XMLNode("desc", ["id": id + "-desc"], text: spoken),
        ]
        let names = "\(id)-title \(id)-desc"
        guard let width else {
            return XMLNode(
                "svg",
                [
                    "xmlns": "http://www.w3.org/2000/svg", "role": "img", "aria-labelledby": names,
                    "width": "100%", "height": height.printed,
                ], words + nodes)
        }
        return XMLNode(
            "svg",
            [
                "xmlns": "http://www.w3.org/2000/svg", "role": "img", "aria-labelledby": names,
                "width": width.printed, "height": height.printed,
                "viewBox": "0 0 \(width.printed) \(height.printed)",
            ], words + nodes)
    }

    /// The widths that the style must say, since no element may.
    var rule: String {
        guard rows.chart.kind == .columns else { return "" }
        let (least, most) = ColumnDrawing(parts: ChartParts(rows, texts)).widths
        let svg = "#\(PageNames.chart(rows.chart)) .plot>svg"
        return "@media screen{\(svg){min-width:\(least)px}}\n\(svg){max-width:\(most)px}\n"
    }
}

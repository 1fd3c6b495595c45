/// Lying bars, one beneath the other, each under its name, its number at the end.
///
/// Widths are parts of the whole width, so that the picture fits a phone and a page with letters of one size. Each bar
/// is a picture of its own, so that paper can set them in columns.
struct BarDrawing {
    let parts: ChartParts

    private static let letters = 13.0
    private static let line = 16.0
    private static let thickness = 13.0
    private static let gap = 9.0
    /// A narrow phone, in pixels.
    private static let narrow = 300.0

    /// By bar.
    var bars: [(height: Double, nodes: [XMLNode])] {
        let room = parts.bars.map { TextWidth.of(parts.number($0), size: BarDrawing.letters) }.max() ?? 0
        let whole = 100 * (1 - (room + 8) / BarDrawing.narrow)
        return parts.bars.map { bar in
            var nodes: [XMLNode] = []
            var y = 0.0
            let lines = TextWidth.lines(
                bar.label, size: BarDrawing.letters, width: BarDrawing.narrow, count: 2)
            for line in lines {
                y += BarDrawing.line
                nodes.append(XMLNode("text", ["x": "0", "y": (y - 4).printed], text: line))
            }
            return (y + BarDrawing.thickness + BarDrawing.gap, nodes + pieces(bar, y: y, whole: whole))
        }
    }

    private func pieces(_ bar: Bar, y: Double, whole: Double) -> [XMLNode] {
        var nodes: [XMLNode] = []
        var x = 0.0
        let isDivided = bar.parts.count > 1
        for (series, fill) in zip(parts.series, parts.fills) {
            guard let number = bar.parts[series.word], number > 0 else { continue }
            let width = Double(number) / Double(parts.greatest) * whole
            nodes.append(
                XMLNode(
                    "rect",
                    [
                        "class": fill.className, "fill": fill.paint, "x": x.percent, "y": (y + 1).printed,
                        "width": width.percent, "height": BarDrawing.thickness.printed,
                    ]))
            let text = PageValues.grouped(number)
            if isDivided, width / 100 * BarDrawing.narrow > TextWidth.of(text, size: 11) + 6 {
                nodes.append(
                    XMLNode(
                        "text",
                        ["class": fill.within, "x": (x + width / 2).percent, "y": (y + 11.5).printed],
                        text: text))
            }
            x += width
        }
        return nodes + [
            XMLNode(
                "text", ["class": "number", "x": x.percent, "dx": "6", "y": (y + 12).printed],
                text: parts.number(bar))
        ]
    }
}

/// Upright bars side by side, each over its name, its number on top.
struct ColumnDrawing {
    let parts: ChartParts

    private static let letters = 12.0
    private static let tallest = 150.0
    private static let top = 18.0
    private static let widestLabel = 46.0

    /// In pixels: less would set one name over the next, more would part the columns too far.
    var widths: (least: Int, most: Int) {
        let names = labels.flatMap { $0.map { TextWidth.of($0, size: ColumnDrawing.letters) } }
        let numbers = parts.bars.map { TextWidth.of(parts.number($0), size: ColumnDrawing.letters) }
        let place = max(26, (names + numbers).max() ?? 0) + 5
        let count = Double(parts.bars.count)
        return (Int(count * place), Int(count * max(72, place)))
    }

    var nodes: (height: Double, nodes: [XMLNode]) {
        let base = ColumnDrawing.top + ColumnDrawing.tallest
        let place = 100 / Double(max(1, parts.bars.count))
        var nodes: [XMLNode] = []
        for (index, bar) in parts.bars.enumerated() {
            let middle = (Double(index) + 0.5) * place
            nodes += pieces(bar, middle: middle, width: place * 0.62, base: base)
            for (line, text) in labels[index].enumerated() {
                let y = base + 16 + Double(line) * 14
                nodes.append(XMLNode("text", ["x": middle.percent, "y": y.printed], text: text))
            }
        }
        nodes.append(
            XMLNode(
                "line",
                ["class": "base", "x1": "0", "x2": "100%", "y1": base.printed, "y2": base.printed]))
        return (base + 8 + Double(labels.map(\.count).max() ?? 0) * 14, nodes)
    }

    private func pieces(_ bar: Bar, middle: Double, width: Double, base: Double) -> [XMLNode] {
        var nodes: [XMLNode] = []
        var y = base
        let isDivided = bar.parts.count > 1
        for (series, fill) in zip(parts.series, parts.fills) {
            guard let number = bar.parts[series.word], number > 0 else { continue }
            let height = Double(number) / Double(parts.greatest) * ColumnDrawing.tallest
            y -= height
            nodes.append(
                XMLNode(
                    "rect",
                    [
                        "class": fill.className, "fill": fill.paint, "x": (middle - width / 2).percent,
                        "y": y.printed, "width": width.percent, "height": height.printed,
                    ]))
            if isDivided, height >= 15 {
                nodes.append(
                    XMLNode(
                        "text",
                        ["class": fill.within, "x": middle.percent, "y": (y + height / 2 + 4).printed],
                        text: PageValues.grouped(number)))
            }
        }
        return nodes + [
            XMLNode(
                "text", ["class": "number", "x": middle.percent, "y": (y - 5).printed],
                text: parts.number(bar))
        ]
    }

    /// What stands beneath each column. Of months and days in a row the year stands where it changes.
    private var labels: [[String]] {
        var year: Substring = ""
        return parts.bars.map { bar in
            guard let (lines, itsYear) = date(bar.label) else {
                year = ""
                return TextWidth.lines(
                    bar.label, size: ColumnDrawing.letters, width: ColumnDrawing.widestLabel, count: 3)
            }
            defer { year = itsYear }
            return itsYear == year ? [lines] : [lines, String(itsYear)]
        }
    }

    /// `2026-08` is *Aug*, `2026-08-07` is *7 Aug*, each with its year.
    private func date(_ label: String) -> (String, Substring)? {
        let pieces = label.split(separator: "-", omittingEmptySubsequences: false)
        guard pieces.count == 2 || pieces.count == 3, pieces[0].count == 4,
            pieces.allSatisfy({ $0.allSatisfy { $0.isASCII && $0.isNumber } }),
            pieces.dropFirst().allSatisfy({ $0.count == 2 }), let month = Int(pieces[1]),
            parts.months.indices.contains(month - 1)
        else { return nil }
        let name = parts.months[month - 1]
        guard pieces.count == 3 else { return (name, pieces[0]) }
        return ("\(Int(pieces[2]) ?? 0) \(name)", pieces[0])
    }
}

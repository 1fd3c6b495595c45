/// What a drawing of bars is made of.
struct ChartParts {
    let bars: [Bar]
    let series: [Series]
    let fills: [ChartFill]
    /// January first.
    let months: [String]
    private let notKnown: String

    init(_ rows: ChartRows, _ texts: PageTexts) {
        bars = rows.bars(texts)
        series = rows.series(texts)
        fills = series.enumerated().map { ChartFill(chart: rows.chart, index: $0, $1) }
        months = texts["months"].split(separator: " ").map(String.init)
        notKnown = texts["notKnown"]
    }

    /// The longest bar; at least one, to divide by.
    var greatest: Int { max(1, bars.map(\.total).max() ?? 1) }

    /// What stands at a bar.
    func number(_ bar: Bar) -> String {
        guard bar.isUnknown else { return PageValues.grouped(bar.total) }
        return bar.parts.isEmpty ? "?" : PageValues.grouped(bar.total) + " + ?"
    }

    /// All bars in words, as far as somebody would listen.
    var spoken: String {
        let said = bars.prefix(60).map { bar -> String in
            var text = "\(bar.label): \(bar.isUnknown && bar.parts.isEmpty ? notKnown : number(bar))"
            if series.count > 1 {
                let pieces = series.compactMap { series in
                    bar.parts[series.word].map { "\(series.text) \(PageValues.grouped($0))" }
                }
                if !pieces.isEmpty { text += " (\(pieces.joined(separator: ", ")))" }
            }
            return text
        }
        return said.joined(separator: "; ") + (bars.count > 60 ? "; …" : ".")
    }
}

extension Double {
    /// With two digits at most: `12.25`, `3`.
    var printed: String {
        let hundredths = (self * 100).rounded()
        let whole = Int(hundredths) / 100
        let rest = abs(Int(hundredths) % 100)
        let sign = hundredths < 0 && whole == 0 ? "-" : ""
        guard rest > 0 else { return String(whole) }
        let digits = rest < 10 ? "0\(rest)" : String(rest)
        return "\(sign)\(whole).\(digits.hasSuffix("0") ? String(digits.dropLast()) : digits)"
    }

    /// Of the picture's width.
    var percent: String { printed + "%" }
}

import Model

/// The rows of a table as a chart of it takes them, while they come: so many at most.
struct ChartRows {
    let chart: Chart
    let table: Table
    private let label: Int
    private let value: Int?
    private let series: Int?
    private let limit: Int
    /// By column.
    private let words: [WordTexts]
    private(set) var rows: [[Cell]] = []

    init(_ chart: Chart, of table: Table) {
        let index = { (name: String) in table.columns.firstIndex { $0.name == name } }
        self.chart = chart
        self.table = table
        label = index(chart.label) ?? 0
        value = chart.value.flatMap(index)
        series = chart.series.flatMap(index)
        words = table.columns.map { WordTexts($0.words) }
        limit = chart.kind == .paths ? 60 : 400
    }

    var isFull: Bool { rows.count >= limit }

    mutating func add(_ cells: [Cell]) {
        if !isFull { rows.append(cells) }
    }

    /// The ways that the rows tell, each once.
    var paths: [[PathStep]] {
        var seen: Set<[PathStep]> = []
        return rows.compactMap { row in
            guard case .path(let steps) = row[label], !steps.isEmpty, seen.insert(steps).inserted
            else { return nil }
            return steps
        }
    }

    /// The bars in the order of the rows; what rows of the same label and word tell is added up.
    func bars(_ texts: PageTexts) -> [Bar] {
        var bars: [Bar] = []
        var places: [String: Int] = [:]
        for row in rows {
            let name = text(label, row, texts)
            let place = places[name] ?? bars.count
            if place == bars.count {
                places[name] = place
                bars.append(Bar(label: name))
            }
            let word = series.map { index -> String in
                if case .text(let word) = row[index] { return word }
                return ""
            }
            guard let value, case .integer(let number) = row[value] else {
                bars[place].isUnknown = true
                continue
            }
            bars[place].parts[word ?? "", default: 0] += Int(number)
        }
        return bars
    }

    /// The words by which bars are divided, in the order of the catalogue, then as they came.
    func series(_ texts: PageTexts) -> [Series] {
        guard let series else { return [Series(word: "", text: "", isMarked: false)] }
        let column = table.columns[series]
        var words = column.words.map(\.word)
        var met: Set<String> = []
        for row in rows {
            guard case .text(let word) = row[series] else {
                met.insert("")
                continue
            }
            if met.insert(word).inserted, !words.contains(word) { words.append(word) }
        }
        return (words + [""]).filter(met.contains).map { word in
            Series(
                word: word,
                text: column.words.first { $0.word == word }?.text
                    ?? (word.isEmpty ? texts["notKnown"] : word),
                isMarked: column.page.marked.contains(word))
        }
    }

    /// As a page says it; a day for a moment.
    private func text(_ index: Int, _ row: [Cell], _ texts: PageTexts) -> String {
        let column = table.columns[index]
        switch row[index] {
        case .text(let text): return words[index][text]?.text ?? text
        case .integer(let number): return PageValues.grouped(Int(number))
        case .boolean(let value): return texts[value ? "isTrue" : "isFalse"]
        case .instant(let instant): return String(instant.description.prefix(10))
        case .path(let steps): return steps.map(\.label).joined(separator: " > ")
        case .null:
            guard let stands = table.columns.firstIndex(where: { $0.name == column.page.stands }),
                stands != index, row[stands] != .null
            else { return texts["notKnown"] }
            return text(stands, row, texts)
        }
    }
}

/// One bar of a chart.
struct Bar: Equatable {
    let label: String
    /// By word of the series; by the empty text where there is none.
    var parts: [String: Int] = [:]
    /// A row told no number.
    var isUnknown = false

    var total: Int { parts.values.reduce(0, +) }
}

/// A word by which bars are divided.
struct Series: Equatable {
    let word: String
    let text: String
    let isMarked: Bool
}

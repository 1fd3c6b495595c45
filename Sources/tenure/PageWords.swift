import Reports

/// How a page says the words of the data: stated once, in the report's own file.
struct PageWords {
    private let texts: [String: [String: String]]

    init(_ report: Report) {
        let columns = report.tables.flatMap(\.columns)
        texts = Dictionary(
            columns.map { column in
                (column.name, Dictionary(column.words.map { ($0.word, $0.text) }) { first, _ in first })
            }
        ) { first, _ in first }
    }

    /// The word itself where nobody says it otherwise.
    func say(_ word: String, of column: String) -> String {
        texts[column]?[word] ?? word
    }
}

import Model

/// Rows of one kind within a report.
public struct Table: Sendable, Equatable {
    /// How a page sets it.
    public enum Layout: String, Sendable, CaseIterable {
        /// Row beneath row.
        case rows
        /// As a dossier: the first column is a topic, said once for the rows that follow on each other, the second
        /// names a fact, the third tells it, and what comes behind (source, date) is set small. What the third tells is
        /// shown as a moment where it is one and nothing else.
        case facts
    }

    public let name: String
    public let title: String
    public let doc: String
    public let columns: [Column]
    /// The collections without which the table is not complete, such as `users`.
    public let needs: [String]
    /// The query that gives the rows; nil where the program makes them.
    public let sql: String?
    public let layout: Layout

    public init(
        name: String, title: String, doc: String, columns: [Column], needs: [String] = [], sql: String? = nil,
        layout: Layout = .rows
    ) {
        self.name = name
        self.title = title
        self.doc = doc
        self.columns = columns
        self.needs = needs
        self.sql = sql
        self.layout = layout
    }
}

extension Table {
    /// The cell as people see it: of a fact that is a moment and nothing else, that moment.
    func shown(_ cell: Cell, column: Int) -> Cell {
        guard layout == .facts, column == 2, case .text(let text) = cell,
            text.utf8.count == Instant.textLength,
            let instant = Instant(text), instant.description == text
        else { return cell }
        return .instant(instant)
    }
}

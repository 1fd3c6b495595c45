/// A picture of a table of the same report: whatever it shows stands in that table, row by row.
public struct Chart: Sendable, Equatable {
    public enum Kind: String, Sendable, CaseIterable {
        /// Upright, side by side in the order of the rows: what goes on in time.
        case columns
        /// Lying, one beneath the other: what is counted by name.
        case bars
        /// Boxes and arrows: ways from a person to a resource.
        case paths
    }

    public let name: String
    public let title: String
    /// What the reader should see in it, in one line.
    public let doc: String
    public let kind: Kind
    /// The table that is drawn.
    public let table: String
    /// The column that names each bar; for `paths` the column of type path.
    public let label: String
    /// The column whose number is drawn; nil for `paths`.
    public let value: String?
    /// The column of words by which a bar is divided; nil where it is of one piece.
    public let series: String?

    public init(
        name: String, title: String, doc: String, kind: Kind, table: String, label: String,
        value: String? = nil, series: String? = nil
    ) {
        self.name = name
        self.title = title
        self.doc = doc
        self.kind = kind
        self.table = table
        self.label = label
        self.value = value
        self.series = series
    }
}

/// A report of the catalogue: what it answers and which tables it has.
public struct Report: Sendable, Equatable {
    /// The name of its file without ending; also that of the files that are written.
    public let name: String
    public let title: String
    /// What the report answers, for its reader.
    public let doc: String
    public let parameters: [Parameter]
    /// At least one; the first is the one that `<report>.csv` holds.
    public let tables: [Table]

    public init(
        name: String, title: String, doc: String, parameters: [Parameter] = [], tables: [Table]
    ) {
        self.name = name
        self.title = title
        self.doc = doc
        self.parameters = parameters
        self.tables = tables
    }

    /// The collections that any of the tables needs, each once, in order.
    public var needs: [String] {
        var seen: Set<String> = []
        return tables.flatMap(\.needs).filter { seen.insert($0).inserted }
    }
}

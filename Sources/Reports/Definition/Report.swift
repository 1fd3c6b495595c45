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
    /// Pictures of the tables, in the order of the page.
    public let charts: [Chart]
    /// Its place in a pack: small numbers first, then by name.
    public let order: Int
    /// What the reader signs at the end of the page; nil where nothing is signed.
    public let attestation: String?
    /// For a report that is written once for each of a list: reviewers, say.
    public let each: Each?

    public init(
        name: String, title: String, doc: String, parameters: [Parameter] = [], tables: [Table],
        charts: [Chart] = [], order: Int = 1000, attestation: String? = nil, each: Each? = nil
    ) {
        self.charts = charts
        self.order = order
        self.attestation = attestation
        self.each = each
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

/// The list that a report is written for, one set of files each.
public struct Each: Sendable, Equatable {
    /// The parameter that takes each value.
    public let parameter: String
    /// Gives `id`, which becomes the parameter's value, and `name`, for people, in order.
    public let sql: String

    public init(parameter: String, sql: String) {
        self.parameter = parameter
        self.sql = sql
    }
}

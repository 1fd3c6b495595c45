/// A report of the catalogue: what it answers and which tables it has.
public struct Report: Sendable, Equatable {
    /// The name of its file without ending.
    public let name: String
    /// The name of the files that are written, without ending: the report's own, but of one that is written for each
    /// of a list.
    public let fileStem: String
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
    /// What the tables rest on, made once for a command.
    public let once: [Once]

    public init(
        name: String, title: String, doc: String, parameters: [Parameter] = [], tables: [Table],
        charts: [Chart] = [], order: Int = 1000, attestation: String? = nil, each: Each? = nil,
        once: [Once] = [], fileStem: String? = nil
    ) {
        self.charts = charts
        self.order = order
        self.attestation = attestation
        self.each = each
        self.once = once
        self.fileStem = fileStem ?? name
        self.name = name
        self.title = title
        self.doc = doc
        self.parameters = parameters
        self.tables = tables
    }

    /// The report about these persons or resources, whose names its title then holds.
    func about(_ subjects: [String], fileStem: String? = nil) -> Report {
        Report(
            name: name, title: ([title] + subjects).joined(separator: ": "), doc: doc, parameters: parameters,
            tables: tables, charts: charts, order: order, attestation: attestation, each: each, once: once,
            fileStem: fileStem)
    }

    /// The same with other tables.
    func with(_ tables: [Table]) -> Report {
        Report(
            name: name, title: title, doc: doc, parameters: parameters, tables: tables, charts: charts,
            order: order, attestation: attestation, each: each, once: once, fileStem: fileStem)
    }

    /// The collections that any of the tables needs, each once, in order.
    public var needs: [String] {
        var seen: Set<String> = []
        return tables.flatMap(\.needs).filter { seen.insert($0).inserted }
    }
}

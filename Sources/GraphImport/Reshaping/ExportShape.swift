import JSONText

/// In whose shape a document's objects come. All but Graph's own are written anew in Graph's shape, so that all
/// that follows knows only that one.
enum ExportShape {
    case graph
    /// `Get-Mg… | ConvertTo-Json`: PascalCase, a bag of further members, null for what was not fetched.
    case powerShell
    /// A flat file of Microsoft's tutorial on reports of one's own.
    case flat(FlatTable)
    /// Azure Monitor and Event Hub: the event lies within, under `properties`.
    case auditEnvelopes
    /// Rows of the table AuditLogs of Log Analytics.
    case auditRows
    /// The same as the query API answers: `{"tables": [{"columns": […], "rows": […]}]}`.
    case auditTables

    /// - Parameter first: the first item; nil when there is none.
    init(_ document: JSONDocument, first: JSONValue?, path: RequestPath) {
        guard let first, first.kind == .object else {
            self = .graph
            return
        }
        if document.shape == .object, AuditTable.isOne(first) {
            self = .auditTables
        } else if AuditEnvelope.isOne(first) {
            self = .auditEnvelopes
        } else if PowerShellText.isOne(first) {
            self =
                AuditRow.isOne(first)
                ? .auditRows : FlatTable.of(first, named: path.segments.last).map(Self.flat) ?? .powerShell
        } else {
            self = .graph
        }
    }

    /// Whether what is missing or null was not fetched, and says nothing.
    var isSparse: Bool {
        switch self {
        case .graph, .auditEnvelopes: false
        case .powerShell, .flat, .auditRows, .auditTables: true
        }
    }
}

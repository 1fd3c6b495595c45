import Model

/// One document: `{"report": {…}, "tables": [{…, "rows": [{…}], "rowCount": n}]}`, one row a line.
///
/// `Report.jsonSchema` describes it. Absent facts are null, moments text, `via` an array of {id, name}.
public final class JSONFormat: ReportFormat {
    private let folder: OutputFolder
    private var file: OutputFile?
    private var table: Table?
    private var keys: [String] = []
    private var tableCount = 0
    private var isFirstRow = true

    public init(folder: OutputFolder) {
        self.folder = folder
    }

    public func begin(_ report: Report, _ header: ReportHeader) throws(ReportsError) {
        let file = try folder.file("\(report.fileStem).json")
        file.writer.write("{\"report\": ")
        file.writer.write(text: header.json(of: report).compact)
        file.writer.write(",\n\"tables\": [")
        self.file = file
    }

    public func beginTable(_ table: Table) throws(ReportsError) {
        guard let writer = file?.writer else { return }
        self.table = table
        keys = table.jsonKeys
        let head = JSONNode.object([
            ("name", .text(table.name)), ("title", .text(table.title)),
            ("columns", .array(table.columns.map(\.json))),
        ])
        writer.write(text: (tableCount == 0 ? "\n" : ",\n") + head.compact.dropLast())
        writer.write(",\n\"rows\": [")
        tableCount += 1
        isFirstRow = true
    }

    public func row(_ cells: [Cell]) throws(ReportsError) {
        guard let table else { return }
        guard cells.count == keys.count else {
            throw .wrongRow(table: table.name, cells: cells.count, columns: keys.count)
        }
        beginRow()
        for (column, cell) in cells.enumerated() { write(cell, column: column) }
        try endRow()
    }

    public func endTable(rowCount: Int) throws(ReportsError) {
        file?.writer.write(isFirstRow ? "" : "\n")
        file?.writer.write(text: "],\n\"rowCount\": \(rowCount)}")
    }

    public func end() throws(ReportsError) -> [String] {
        guard let file else { return [] }
        file.writer.write("\n]}\n")
        try folder.publish([file])
        self.file = nil
        return [file.path]
    }
}

extension JSONFormat: CellwiseFormat {
    var rowWriter: ByteWriter? { file?.writer }

    func beginRow() {
        file?.writer.write(isFirstRow ? "\n" : ",\n")
        isFirstRow = false
    }

    func write(_ cell: Cell, column: Int) {
        guard let writer = file?.writer else { return }
        writer.write(text: keys[column])
        writer.write(jsonCell: cell)
    }

    func endRow() throws(ReportsError) {
        guard let file else { return }
        file.writer.write(UInt8(ascii: "}"))
        try file.writer.check(path: file.path)
    }
}

extension Table {
    /// `"name": ` for each column of a row, with what goes before it.
    var jsonKeys: [String] {
        columns.enumerated().map { index, column in
            (index == 0 ? "{" : ", ") + JSONNode.text(column.name).compact + ": "
        }
    }
}

extension ReportHeader {
    /// The member `report` of the JSON document (DESIGN.md 5).
    func json(of report: Report) -> JSONNode {
        .object([
            ("name", .text(report.name)), ("title", .text(report.title)), ("doc", .text(report.doc)),
            ("asOf", .text(asOf.description)), ("generatedAt", .text(generatedAt.description)),
            ("tenant", tenant.map { .object([("id", .text($0.id)), ("name", JSONNode($0.name))]) } ?? .null),
            ("snapshots", .array(snapshots.map(\.json))),
            ("completeness", .array(completeness.map(\.json))),
            ("parameters", .object(parameters.map { ($0.name, .text($0.value)) })),
        ])
    }
}

extension ReportHeader.Snapshot {
    var json: JSONNode {
        .object([
            ("number", .integer(number)), ("observedAt", .text(observedAt.description)),
            ("importedAt", .text(importedAt.description)),
        ])
    }
}

extension ReportHeader.Completeness {
    var json: JSONNode {
        .object([("need", .text(need)), ("state", .text(state.rawValue)), ("detail", .text(detail))])
    }
}

extension Column {
    var json: JSONNode {
        .object([
            ("name", .text(name)), ("title", .text(title)), ("type", .text(type.rawValue)),
            ("doc", .text(doc)),
        ])
    }
}

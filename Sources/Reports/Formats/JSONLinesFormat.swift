/// One JSON object a line for each row, as in the `rows` of the JSON document, and nothing else: for programs that
/// read as it comes. Files as in CSV: `<report>.jsonl`, `<report>-<table>.jsonl`.
public final class JSONLinesFormat: ReportFormat {
    private let folder: OutputFolder
    private var report = ""
    private var table = ""
    private var keys: [String] = []
    private var files: [OutputFile] = []

    public init(folder: OutputFolder) {
        self.folder = folder
    }

    public func begin(_ report: Report, _ header: ReportHeader) throws(ReportsError) {
        self.report = report.fileStem
    }

    public func beginTable(_ table: Table) throws(ReportsError) {
        let name = CSVFormat.tableName(report: report, table: table.name, isFirst: files.isEmpty)
        files.append(try folder.file(name + ".jsonl"))
        self.table = table.name
        keys = table.jsonKeys
    }

    public func row(_ cells: [Cell]) throws(ReportsError) {
        guard cells.count == keys.count else {
            throw .wrongRow(table: table, cells: cells.count, columns: keys.count)
        }
        for (column, cell) in cells.enumerated() { write(cell, column: column) }
        try endRow()
    }

    public func endTable(rowCount: Int) throws(ReportsError) {
        files.last?.writer.flush()
    }

    public func end() throws(ReportsError) -> [String] {
        try folder.publish(files)
        defer { files = [] }
        return files.map(\.path)
    }
}

extension JSONLinesFormat: CellwiseFormat {
    var rowWriter: ByteWriter? { files.last?.writer }

    func beginRow() {}

    func write(_ cell: Cell, column: Int) {
        guard let writer = files.last?.writer else { return }
        writer.write(text: keys[column])
        writer.write(jsonCell: cell)
    }

    func endRow() throws(ReportsError) {
        guard let file = files.last else { return }
        file.writer.write("}\n")
        try file.writer.check(path: file.path)
    }
}

import Model

/// RFC 4180 in UTF-8: one header line of column names, `\r\n`, one file a table. The first table is
/// `<report>.csv`, the others `<report>-<table>.csv`.
public final class CSVFormat: ReportFormat {
    private let folder: OutputFolder
    private let byteOrderMark: Bool
    private var report = ""
    private var columns = 0
    private var table = ""
    private var files: [OutputFile] = []
    /// That of the last file.
    private(set) var rowWriter: ByteWriter?

    public init(folder: OutputFolder, byteOrderMark: Bool = false) {
        self.folder = folder
        self.byteOrderMark = byteOrderMark
    }

    /// The file of a table, by its place in the report.
    public static func fileName(report: String, table: String, isFirst: Bool) -> String {
        tableName(report: report, table: table, isFirst: isFirst) + ".csv"
    }

    /// The same without its ending, which other formats call a table by, too.
    static func tableName(report: String, table: String, isFirst: Bool) -> String {
        isFirst ? report : "\(report)-\(table)"
    }

    public func begin(_ report: Report, _ header: ReportHeader) throws(ReportsError) {
        self.report = report.fileStem
    }

    public func beginTable(_ table: Table) throws(ReportsError) {
        let name = CSVFormat.fileName(report: report, table: table.name, isFirst: files.isEmpty)
        let file = try folder.file(name)
        files.append(file)
        rowWriter = file.writer
        self.table = table.name
        columns = table.columns.count
        if byteOrderMark { file.writer.write("\u{FEFF}") }
        for (index, column) in table.columns.enumerated() {
            if index > 0 { file.writer.write(UInt8(ascii: ",")) }
            file.writer.write(csvText: column.name)
        }
        file.writer.write("\r\n")
    }

    public func row(_ cells: [Cell]) throws(ReportsError) {
        guard cells.count == columns else {
            throw .wrongRow(table: table, cells: cells.count, columns: columns)
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

extension CSVFormat: CellwiseFormat {
    func beginRow() {}

    func write(_ cell: Cell, column: Int) {
        guard let writer = rowWriter else { return }
        if column > 0 { writer.write(UInt8(ascii: ",")) }
        writer.write(csvCell: cell)
    }

    func write(utf8 text: UnsafeBufferPointer<UInt8>, column: Int) {
        guard let writer = rowWriter else { return }
        if column > 0 { writer.write(UInt8(ascii: ",")) }
        writer.write(csvText: text)
    }

    func endRow() throws(ReportsError) {
        guard let file = files.last else { return }
        file.writer.write("\r\n")
        try file.writer.check(path: file.path)
    }
}

extension ByteWriter {
    fileprivate func write(csvCell cell: Cell) {
        switch cell {
        case .null: break
        case .text(let text): write(csvText: text)
        case .boolean(let value): write(value ? "true" : "false")
        case .integer(let value): write(value)
        case .instant(let instant): write(instant)
        case .path(let steps): write(csvText: steps.map(\.label).joined(separator: " > "))
        }
    }
}

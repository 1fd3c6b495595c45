/// Excel: `<report>.xlsx`, a sheet for each table; or sheets of a workbook that several reports share.
///
/// Cells have Excel's types: dates, numbers, truth values, texts; words are those of the page. Nothing is a formula.
public final class XLSXFormat: ReportFormat {
    private let folder: OutputFolder
    private let templates: Templates
    private let shared: Workbook?
    private var workbook: Workbook?
    private var current: TableSheets?

    /// - Parameter shared: takes the sheets, and is published by who gives it.
    public init(folder: OutputFolder, templates: Templates = Templates(), into shared: Workbook? = nil) {
        self.folder = folder
        self.templates = templates
        self.shared = shared
    }

    public func begin(_ report: Report, _ header: ReportHeader) throws(ReportsError) {
        let workbook =
            if let shared { shared } else {
                try Workbook(folder: folder, name: report.fileStem, templates: templates)
            }
        workbook.begin(report, header)
        self.workbook = workbook
    }

    public func beginTable(_ table: Table) throws(ReportsError) {
        current = try workbook?.addTable(table)
    }

    public func row(_ cells: [Cell]) throws(ReportsError) {
        try current?.write(cells)
    }

    public func endTable(rowCount: Int) throws(ReportsError) {
        try current?.end()
        current = nil
    }

    public func end() throws(ReportsError) -> [String] {
        defer { workbook = nil }
        guard shared == nil, let workbook else { return [] }
        return [try workbook.publish()]
    }
}

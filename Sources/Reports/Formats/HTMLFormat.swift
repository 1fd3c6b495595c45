/// stub
public final class HTMLFormat: ReportFormat {
    public init(folder: OutputFolder, templates: Templates, rowLimit: Int = 5000) {}
    public func begin(_ report: Report, _ header: ReportHeader) throws(ReportsError) {}
    public func beginTable(_ table: Table) throws(ReportsError) {}
    public func row(_ cells: [Cell]) throws(ReportsError) {}
    public func endTable(rowCount: Int) throws(ReportsError) {}
    public func end() throws(ReportsError) -> [String] { [] }
}

public import Model
public import Resolution
import Store

/// Runs a report once, into as many formats as are asked for.
public struct ReportRun {
    public struct Options: Sendable {
        public var formats: [FormatName]
        public var selection: AccessSelection
        public var generatedAt: Instant
        public var format: FormatOptions
        /// What was said with `--set`, by name.
        public var parameters: [String: String]

        public init(
            formats: [FormatName], selection: AccessSelection, generatedAt: Instant,
            format: FormatOptions = FormatOptions(), parameters: [String: String] = [:]
        ) {
            self.parameters = parameters
            self.formats = formats
            self.selection = selection
            self.generatedAt = generatedAt
            self.format = format
        }
    }

    /// What was written.
    public struct Result: Sendable {
        public let files: [String]
        public let rowCount: Int
        public let header: ReportHeader
    }

    private let state: ReportState
    private let options: Options

    /// - Parameter reports: all that will be written: what their queries rest on is made once, before any runs.
    public init(_ state: ReportState, _ options: Options, for reports: [Report]) throws {
        self.state = state
        self.options = options
        guard reports.contains(where: { report in report.tables.contains { $0.sql != nil } }) else { return }
        try AccessTable.make(state, options.selection)
        state.connection.restrictToReading()
    }

    /// Writes the report's files into the folder.
    ///
    /// - Throws: `ReportsError`, `StoreError`. Nothing is published then.
    public func write(
        _ report: Report, into folder: OutputFolder, templates: Templates,
        progress: (Int) -> Void = { _ in }
    ) throws -> Result {
        let parameters = try ParameterValues(report, options, asOf: state.asOf.moment)
        let header = try ReportHeader(report, state, options, parameters.shown)
        let writers = options.formats.map {
            $0.writer(into: folder, templates: templates, options: options.format)
        }
        for writer in writers { try writer.begin(report, header) }
        var rowCount = 0
        for table in report.tables {
            for writer in writers { try writer.beginTable(table) }
            let source = try TableRows(report, table, state, parameters: parameters.bound)
            let count = try source.forEach(state, options.selection) { cells in
                for writer in writers { try writer.row(cells) }
                rowCount += 1
                if rowCount % 1000 == 0 { progress(rowCount) }
            }
            for writer in writers { try writer.endTable(rowCount: count) }
        }
        return Result(files: try writers.flatMap { try $0.end() }, rowCount: rowCount, header: header)
    }
}

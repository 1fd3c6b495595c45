public import Model
public import Resolution
public import Store

/// Runs a report once, into as many formats as are asked for.
public struct ReportRun {
    public struct Options: Sendable {
        public var formats: [FormatName]
        public var selection: AccessSelection
        public var generatedAt: Instant
        public var format: FormatOptions
        /// What was said with `--set`, by name.
        public var parameters: [String: String]
        /// Where a comparison begins; nil: what was observed last before.
        public var since: Instant?

        public init(
            formats: [FormatName], selection: AccessSelection, generatedAt: Instant,
            format: FormatOptions = FormatOptions(), parameters: [String: String] = [:], since: Instant? = nil
        ) {
            self.since = since
            self.parameters = parameters
            self.formats = formats
            self.selection = selection
            self.generatedAt = generatedAt
            self.format = format
        }
    }

    /// What was written.
    public struct Result: Sendable {
        public let report: Report
        public let files: [String]
        /// By table.
        public let rowCounts: [Int]
        public let header: ReportHeader
        public let timings: Timings
    }

    let moments: ReportMoments
    var options: Options
    let finder: SubjectFinder
    /// By the name of the report.
    let lists: [String: EachList]
    /// How long it took to open the state, in seconds of processor time.
    public let openingTime: Double

    /// - Parameters:
    ///   - path: the database's, for messages.
    ///   - moment: the moment that is judged.
    ///   - reports: all that will be written: what their queries rest on is made once, before any runs.
    public init(
        _ connection: Connection, path: String, at moment: Instant, _ options: Options, for reports: [Report]
    ) throws {
        self.options = options
        try ParameterValues.check(options, for: reports)
        let start = ThreadClock.seconds
        moments = try ReportMoments(
            connection, path: path, at: moment, since: options.since, for: reports, options.selection)
        finder = SubjectFinder(moments.state)
        lists = try ReportRun.prepare(reports, moments, options, finder)
        if reports.contains(where: \.isQueried) { connection.restrictToReading() }
        openingTime = ThreadClock.seconds - start
    }

    /// Writes the report's files into the folder.
    ///
    /// - Throws: `ReportsError`, `StoreError`. Nothing is published then.
    public func write(
        _ report: Report, into folder: OutputFolder, templates: Templates,
        progress: @escaping @Sendable (Int) -> Void = { _ in }
    ) throws -> Result {
        if let list = lists[report.name] {
            return try write(report, for: list, into: folder, templates: templates, progress: progress)
        }
        let parameters = try ReportRun.values(report, moments, options, finder)
        return try write(
            report.about(parameters.subjects), parameters,
            ReportHeader(report, moments, options, parameters.shown), into: folder, templates: templates,
            progress: progress)
    }

    func write(
        _ report: Report, _ parameters: ParameterValues, _ header: ReportHeader, into folder: OutputFolder,
        templates: Templates, progress: @escaping @Sendable (Int) -> Void
    ) throws -> Result {
        let start = ThreadClock.seconds
        let state = moments.state
        let writing = ReportWriting(
            WritingJob(
                report: report, header: header, options: options, folder: folder, templates: templates,
                maker: RowMaker(state, options.selection), progress: progress))
        do {
            for table in report.tables {
                try TableRows(report, table, state, parameters: parameters.bound)
                    .send(table, state, to: writing)
            }
            let written = try writing.finish()
            let timings = Timings(
                loading: ThreadClock.seconds - start, resolving: written.resolvingTime,
                writing: written.writingTime)
            return Result(
                report: report, files: written.files, rowCounts: written.rowCounts, header: header,
                timings: timings)
        } catch {
            writing.abandon()
            throw error
        }
    }
}

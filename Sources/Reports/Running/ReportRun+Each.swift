import Model
import Resolution
import Store

/// Reports that are written for each of a list.
extension ReportRun {
    /// Makes what reports rest on, and finds for whom they are written.
    static func prepare(
        _ reports: [Report], _ moments: ReportMoments, _ options: Options, _ finder: SubjectFinder?
    ) throws -> [String: EachList] {
        let connection = moments.state.connection
        try OnceTables.make(reports, connection) { report in
            try values(report, moments, options, finder).bound
        }
        var lists: [String: EachList] = [:]
        for report in reports {
            guard let each = report.each else { continue }
            lists[report.name] = try EachList(
                report, each, said: options.parameters[each.parameter], moments.state, finder,
                parameters: values(report, moments, options, finder).bound)
        }
        try connection.execute("CREATE TEMP TABLE writtenFiles (report TEXT, id TEXT, file TEXT)")
        let insert = try connection.prepare("INSERT INTO temp.writtenFiles VALUES (?, ?, ?)")
        // What a page links is a page, where there are pages.
        let ending = (options.formats.contains(.html) ? .html : options.formats.first)?.rawValue ?? ""
        for (report, list) in lists.sorted(by: { $0.key < $1.key }) {
            for entry in list.wanted {
                insert.bind(1, report)
                insert.bind(2, entry.subject.id)
                insert.bind(3, "\(report)/\(entry.stem).\(ending)")
                try insert.run()
            }
        }
        return lists
    }

    /// The values of a report's parameters; that which takes each of a list is told for each.
    static func values(
        _ report: Report, _ moments: ReportMoments, _ options: Options, _ finder: SubjectFinder?,
        for subject: FoundObject? = nil
    ) throws -> ParameterValues {
        let nobody = FoundObject(id: Each.all, name: nil, hint: nil)
        return try ParameterValues(
            report, options, finder, asOf: moments.state.asOf.moment, since: moments.since,
            chosen: report.each.map { [$0.parameter: subject ?? nobody] } ?? [:])
    }

    /// Writes the files of each into a folder that is called like the report.
    func write(
        _ report: Report, for list: EachList, into folder: OutputFolder, templates: Templates,
        progress: @escaping @Sendable (Int) -> Void
    ) throws -> Result {
        let own = try OutputFolder(folder.path + "/" + report.name)
        let header = try ReportHeader(report, moments, options, [])
        var files: [String] = []
        var rowCounts = report.tables.map { _ in 0 }
        var timings = Timings()
        for entry in list.wanted {
            let parameters = try ReportRun.values(report, moments, options, finder, for: entry.subject)
            let done = rowCounts.reduce(0, +)
            let result = try write(
                report.about(parameters.subjects, fileStem: entry.stem), parameters,
                header.with(parameters.shown), into: own, templates: templates,
                progress: { progress(done + $0) })
            files += result.files
            rowCounts = zip(rowCounts, result.rowCounts).map(+)
            timings = timings + result.timings
        }
        return Result(
            report: report, files: files, rowCounts: rowCounts, header: header, timings: timings)
    }
}

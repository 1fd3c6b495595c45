import Foundation

/// Reports that are handed over together, with an index that links them.
///
/// All files are made in a hidden folder first and take their places together when every one is whole: the old
/// index goes before, the new one comes last. So a folder with an index holds one whole pack, and a run that
/// fails leaves the pack before it as it was.
public struct Pack {
    /// The page that links the others.
    static let index = "index.html"
    /// The same for programs.
    static let list = "index.json"
    /// Without its ending: the workbook that has every table as a sheet.
    static let workbook = "tenure"

    public struct Result: Sendable {
        /// The index first, then the reports' in their order.
        public let files: [String]
        public let reports: [ReportRun.Result]
        /// Files in the folder that look like those of reports, but are not of this pack.
        public let others: [String]
    }

    private let choice: PackChoice
    private let templates: Templates

    public init(_ choice: PackChoice, templates: Templates) {
        self.choice = choice
        self.templates = templates
    }

    /// Writes all reports and the index.
    ///
    /// - Parameter progress: is told a report's name and how many rows it has so far.
    /// - Throws: `ReportsError`, `StoreError`. Nothing is published then.
    public func write(
        _ run: ReportRun, into folder: OutputFolder,
        progress: @escaping @Sendable (String, Int) -> Void = { _, _ in }
    ) throws -> Result {
        // Open to the end: its lock keeps a second run out of the folder.
        let page = try folder.file(Pack.index)
        let staging = try StagingFolder(in: folder)
        var run = run
        run.options.format.isPack = true
        if run.options.formats.contains(.xlsx) {
            run.options.format.workbook = try Workbook(
                folder: staging.folder, name: Pack.workbook, templates: templates)
        }
        let results = try choice.reports.map { report in
            try run.write(report, into: staging.folder, templates: templates) { [name = report.name] rows in
                progress(name, rows)
            }
        }
        let workbook = try run.options.format.workbook?.publish().lastPathComponent
        let names = results.flatMap(\.fileNames) + [workbook].compactMap(\.self)
        if let twice = Pack.repeated(names) { throw ReportsError.sameFile(path: folder.path + "/" + twice) }
        let list = try folder.file(Pack.list)
        try PackIndex(results, choice.leftOut, workbook: workbook).write(page: page, list: list, templates)
        for name in [Pack.index, Pack.list] { try folder.remove(name) }
        try staging.publish(names)
        try folder.publish([list, page])
        return Result(
            files: ([Pack.index, Pack.list] + names).map { folder.path + "/" + $0 }, reports: results,
            others: try Pack.others(in: folder, than: names))
    }

    private static func repeated(_ names: [String]) -> String? {
        var seen: Set<String> = []
        return names.first { !seen.insert($0).inserted }
    }

    private static func others(in folder: OutputFolder, than names: [String]) throws -> [String] {
        let ours = Set(names + [index, list])
        return try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted().filter { name in
            !name.hasPrefix(".") && !ours.contains(name)
                && FormatName.allCases.contains { name.hasSuffix("." + $0.rawValue) }
        }
    }
}

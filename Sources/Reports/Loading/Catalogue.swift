/// The reports that there are: every file `<name>.yaml` in the folder of reports is one.
///
/// They are looked for in `--reports-dir`, in `share/tenure/reports` beside the program, and among those
/// compiled in; the first that has the name wins.
///
/// ```swift
/// let access = try Catalogue(reportsFolder: nil).report("access")
/// ```
public struct Catalogue: Sendable {
    private let resources: ResourceFolder

    /// - Parameter reportsFolder: the user's own reports, which stand before the others.
    public init(reportsFolder: String? = nil) {
        resources = ResourceFolder(kind: "reports", own: reportsFolder)
    }

    /// By name.
    public func names() throws(ReportsError) -> [String] {
        try resources.names(ending: "yaml")
    }

    /// All reports, in the order of a pack: by their `order`, then by name.
    public func all() throws(ReportsError) -> [Report] {
        var reports: [Report] = []
        for name in try names() { reports.append(try report(name)) }
        return reports.sorted { ($0.order, $0.name) < ($1.order, $1.name) }
    }

    /// Reads reports, with the summary of each that is written for all of a list.
    public func reports(_ names: [String], _ parameters: [String: String]) throws(ReportsError) -> [Report] {
        var reports: [Report] = []
        for name in names {
            let report = try report(name)
            reports.append(report)
            guard let each = report.each, let summary = each.summary, !names.contains(summary),
                parameters[each.parameter] == Each.all
            else { continue }
            reports.append(try self.report(summary))
        }
        return reports
    }

    /// Reads one report.
    public func report(_ name: String) throws(ReportsError) -> Report {
        guard !name.contains("/"), let file = try resources.file(name + ".yaml") else {
            throw .noSuchReport(name: name, known: try names())
        }
        return try report(name, in: file)
    }

    /// Reads the report that a file holds, wherever it lies.
    func report(_ name: String, in file: ResourceFolder.Resource) throws(ReportsError) -> Report {
        let report = try Report(name: name, yaml: file.text, file: file.place) {
            (other) throws(ReportsError) in
            guard other != name, let file = try resources.file(other + ".yaml") else {
                throw .noSuchReport(name: other, known: try names())
            }
            return try Report(name: other, yaml: file.text, file: file.place)
        }
        return report.naming(try Templates().texts().sharedWords())
    }
}

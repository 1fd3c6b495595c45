import Model
import Resolution
import Store

/// The values of a report's parameters: what the reader said, else what the report says.
struct ParameterValues {
    /// As a page shows them, in the order of the report.
    private(set) var shown: [ReportHeader.ParameterValue] = []
    /// As SQL receives them; of a duration `within` also `withinEnd`, so long after the moment that is judged.
    private(set) var bound: [String: StoredValue] = [:]

    /// Refuses what none of the reports that are written together has.
    static func check(_ options: ReportRun.Options, for reports: [Report]) throws(ReportsError) {
        let known = Set(reports.flatMap(\.parameters).map(\.name))
        let refused = options.parameters.keys.sorted().first {
            !known.contains($0) && !elsewhere.keys.contains($0)
        }
        if let refused {
            throw .parameter(
                report: reports.map(\.name).joined(separator: ", "), name: refused,
                problem: "the report has no such parameter")
        }
    }

    /// - Throws: `ReportsError.parameter` for a value that does not fit or is missing.
    init(_ report: Report, _ options: ReportRun.Options, asOf: Instant, since: Instant?) throws {
        bound["asOf"] = .text(asOf.description)
        for (name, option) in ParameterValues.elsewhere where options.parameters[name] != nil {
            throw ReportsError.parameter(report: report.name, name: name, problem: "say it with \(option)")
        }
        var said = options.parameters
        said[ReportMoments.parameter] = since?.description ?? said[ReportMoments.parameter]
        said["scope"] = options.selection.scope.rawValue
        said["all"] = options.selection.everyStatus ? "true" : "false"
        for parameter in report.parameters {
            guard let text = said.removeValue(forKey: parameter.name) ?? parameter.standard else {
                throw ReportsError.parameter(
                    report: report.name, name: parameter.name, problem: "must be given: \(parameter.doc)")
            }
            guard let value = ParameterValues.stored(text, parameter) else {
                throw ReportsError.parameter(
                    report: report.name, name: parameter.name,
                    problem: "\"\(text)\" is no \(parameter.expected)")
            }
            shown.append(ReportHeader.ParameterValue(name: parameter.name, value: text))
            bound[parameter.name] = value
            if parameter.kind == .duration, let duration = CalendarDuration(text) {
                bound["\(parameter.name)End"] = .text(asOf.adding(duration).description)
            }
        }
    }

    /// Parameters that have an option of their own.
    private static let elsewhere = [
        "scope": "--scope", "all": "--all", ReportMoments.parameter: "--since",
    ]

    static func stored(_ text: String, _ parameter: Parameter) -> StoredValue? {
        switch parameter.kind {
        case .text, .person: .text(text)
        case .int: Int64(text).map(StoredValue.integer)
        case .date: Instant(text).map { .text($0.description) }
        case .duration: CalendarDuration(text).map { _ in .text(text) }
        case .bool: ["true": 1, "false": 0][text].map(StoredValue.integer)
        case .enum: parameter.values.contains(text) ? .text(text) : nil
        }
    }
}

extension Parameter {
    /// What a value must be, in words.
    var expected: String {
        switch kind {
        case .text, .person: "text"
        case .int: "whole number"
        case .date: "moment such as 2026-06-30"
        case .duration: "duration such as P30D"
        case .bool: "true or false"
        case .enum: values.joined(separator: " or ")
        }
    }
}

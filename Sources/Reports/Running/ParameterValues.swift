import Model
import Resolution
import Store

/// The values of a report's parameters: what the reader said, else what the report says.
struct ParameterValues {
    /// As a page shows them, in the order of the report.
    private(set) var shown: [ReportHeader.ParameterValue] = []
    /// As SQL receives them; of a duration `within` also `withinEnd`, so long after the moment that is judged.
    private(set) var bound: [String: StoredValue] = [:]
    /// The names of the persons and resources that the report is about.
    private(set) var subjects: [String] = []

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

    /// - Parameters:
    ///   - finder: nil where it does not matter whom a name means.
    ///   - chosen: what a parameter is, where it need not be looked for.
    /// - Throws: `ReportsError.parameter` for a value that does not fit or is missing, `ReportsError.notClear`.
    init(
        _ report: Report, _ options: ReportRun.Options, _ finder: SubjectFinder?, asOf: Instant,
        since: Instant?, chosen: [String: FoundObject] = [:]
    ) throws {
        bound["asOf"] = .text(asOf.description)
        for (name, option) in ParameterValues.elsewhere where options.parameters[name] != nil {
            throw ReportsError.parameter(report: report.name, name: name, problem: "say it with \(option)")
        }
        var said = options.parameters
        said[ReportMoments.parameter] = since?.description ?? said[ReportMoments.parameter]
        said["scope"] = options.selection.scope.rawValue
        said["all"] = options.selection.everyStatus ? "true" : "false"
        for parameter in report.parameters {
            if let subject = chosen[parameter.name] {
                set(parameter, subject)
                continue
            }
            guard let text = said.removeValue(forKey: parameter.name) ?? parameter.standard else {
                throw ReportsError.parameter(
                    report: report.name, name: parameter.name, problem: "must be given: \(parameter.doc)")
            }
            if text != parameter.standard, let subject = try finder?.subject(text, parameter, of: report) {
                set(parameter, subject)
                continue
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

    private mutating func set(_ parameter: Parameter, _ subject: FoundObject) {
        let text = subject.name == subject.id ? subject.id : "\(subject.name) (\(subject.id))"
        shown.append(ReportHeader.ParameterValue(name: parameter.name, value: text))
        bound[parameter.name] = .text(subject.id)
        subjects.append(subject.name)
    }

    /// Parameters that have an option of their own.
    static let elsewhere = [
        "scope": "--scope", "all": "--all", ReportMoments.parameter: "--since",
    ]

    static func stored(_ text: String, _ parameter: Parameter) -> StoredValue? {
        switch parameter.kind {
        case .text, .person, .resource: .text(text)
        case .int: Int64(text).map(StoredValue.integer)
        case .date: Instant(text).map { .text($0.description) }
        case .duration: CalendarDuration(text).map { _ in .text(text) }
        case .bool: ["true": 1, "false": 0][text].map(StoredValue.integer)
        case .enum: parameter.values.contains(text) ? .text(text) : nil
        case .list: list(text, of: parameter.values)
        }
    }
}

extension ParameterValues {
    private static func list(_ text: String, of values: [String]) -> StoredValue? {
        let parts = text.split(separator: ",", omittingEmptySubsequences: false).map {
            String($0.trimmingPrefix { $0 == " " })
        }
        guard parts.allSatisfy(values.contains) else { return nil }
        return .text("[" + parts.map { "\"\($0.jsonEscaped)\"" }.joined(separator: ",") + "]")
    }
}

extension Parameter {
    /// What a value must be, in words.
    var expected: String {
        switch kind {
        case .text: "text"
        case .person: "id, user principal name, mail or name of a person"
        case .resource: "id or name of a resource"
        case .int: "whole number"
        case .date: "moment such as 2026-06-30"
        case .duration: "duration such as P30D"
        case .bool: "true or false"
        case .enum: values.joined(separator: " or ")
        case .list: "list of some of \(values.joined(separator: ", ")), joined by commas"
        }
    }
}

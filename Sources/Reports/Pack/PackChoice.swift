public import Model
public import Store

/// Which reports a pack holds, and how the others are got.
public struct PackChoice: Sendable {
    /// A report that a pack cannot hold.
    public struct LeftOut: Sendable {
        public let report: Report
        public let reason: Reason
    }

    public enum Reason: Sendable {
        /// It compares, and nothing was observed before the moment.
        case nothingBefore
        /// Its reader must say these parameters.
        case unsaid([Parameter])
        /// It is written once for each value of a parameter.
        case each(parameter: String)
    }

    /// In the order of the pack.
    public let reports: [Report]
    public let leftOut: [LeftOut]

    /// Of all reports those that can be written as things are and as the options say.
    public init(
        _ all: [Report], _ connection: Connection, at moment: Instant, _ options: ReportRun.Options
    ) throws {
        let canCompare = try options.since != nil || ReportMoments.hasEarlier(connection, at: moment)
        var reports: [Report] = []
        var leftOut: [LeftOut] = []
        for report in all {
            if let reason = Reason(report, canCompare: canCompare, said: options.parameters) {
                leftOut.append(LeftOut(report: report, reason: reason))
            } else {
                reports.append(report)
            }
        }
        self.reports = reports
        self.leftOut = leftOut
    }
}

extension PackChoice.Reason {
    /// Nil when nothing stands in the way.
    fileprivate init?(_ report: Report, canCompare: Bool, said: [String: String]) {
        let unsaid = report.parameters.filter {
            $0.standard == nil && said[$0.name] == nil && $0.name != ReportMoments.parameter
        }
        if let each = report.each {
            self = .each(parameter: each.parameter)
        } else if !unsaid.isEmpty {
            self = .unsaid(unsaid)
        } else if report.parameters.contains(where: { $0.name == ReportMoments.parameter }), !canCompare {
            self = .nothingBefore
        } else {
            return nil
        }
    }
}

extension PackChoice.LeftOut {
    /// What to type to get it.
    public var command: String {
        switch reason {
        case .nothingBefore: "tenure report \(report.name) --since DATE"
        case .unsaid(let parameters):
            "tenure report \(report.name)" + parameters.map { " --set \($0.name)=…" }.joined()
        case .each(let parameter): "tenure report \(report.name) --set \(parameter)=all"
        }
    }

    /// What the template names.
    func values(_ texts: PageTexts) -> [String: Any] {
        let why =
            switch reason {
            case .nothingBefore: texts["nothingBefore"]
            case .unsaid(let parameters):
                texts.filled(
                    "mustBeSaid", ["parameters": parameters.map(\.title).joined(separator: ", ")])
            case .each(let name):
                texts.filled(
                    "onceForEach",
                    ["parameter": report.parameters.first { $0.name == name }?.title ?? name])
            }
        return ["title": report.title, "why": why, "command": command]
    }

    /// The same for programs.
    var json: JSONNode {
        let word =
            switch reason {
            case .nothingBefore: "nothingBefore"
            case .unsaid: "unsaid"
            case .each: "each"
            }
        return .object([
            ("name", .text(report.name)), ("title", .text(report.title)), ("reason", .text(word)),
            ("command", .text(command)),
        ])
    }
}

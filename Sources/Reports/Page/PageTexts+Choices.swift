import Model

/// How a page says by what its rows were chosen.
extension PageTexts {
    func said(_ scope: ReportHeader.Scope) -> String {
        let resources = self[scope.everyGroup ? "everyResource" : "reviewedResources"]
        return scope.everyStatus ? filled("everyStatus", ["resources": resources]) : resources
    }

    /// What was chosen besides the scope, by the titles of the parameters.
    func choices(_ report: Report, _ header: ReportHeader) -> [(title: String, value: String)] {
        header.parameters.compactMap { choice in
            guard let parameter = report.parameters.first(where: { $0.name == choice.name }) else {
                return (choice.name, choice.value)
            }
            let isScope = ["scope", "all"].contains(choice.name) && header.scope != nil
            return isScope ? nil : (parameter.title, said(choice.value, parameter))
        }
    }

    private func said(_ value: String, _ parameter: Parameter) -> String {
        let words = WordTexts(parameter.words)
        if let word = words[value] { return word.text }
        switch parameter.kind {
        case .bool:
            let holds = value == "true"
            return self[holds ? "isTrue" : "isFalse"]
        case .date: return Instant(value)?.pageText ?? value
        case .duration: return CalendarDuration(value).flatMap(said) ?? value
        case .list:
            return value.split(separator: ",").map { part in
                let part = String(part).trimmed
                return words[part]?.text ?? part
            }.joined(separator: ", ")
        case .text, .int, .enum, .person, .resource: return value
        }
    }

    /// Nil for what is shorter than a day.
    private func said(_ duration: CalendarDuration) -> String? {
        guard duration.ticks == 0 else { return nil }
        let parts = [
            duration.months == 0 ? nil : filled("inMonths", ["count": String(duration.months)]),
            duration.days == 0 ? nil : filled("inDays", ["count": String(duration.days)]),
        ].compactMap(\.self)
        return parts.isEmpty ? nil : parts.joined(separator: " ")
    }

    /// What no report covers.
    var notCovered: [String] {
        ReportHeader.notCovered.map { self[$0] }
    }
}

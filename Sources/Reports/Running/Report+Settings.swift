extension [Report] {
    /// Why none of these reports can have the value for the parameter; nil where one can.
    package func problem(setting name: String, to value: String) -> String? {
        if let option = ParameterValues.elsewhere[name] {
            return "say it with \(option.trimmingPrefix("--"))"
        }
        let known = flatMap(\.parameters).filter { $0.name == name }
        guard let parameter = known.first else { return "there is no such parameter" }
        return known.contains { ParameterValues.stored(value, $0) != nil }
            ? nil : "\"\(value)\" is no \(parameter.expected)"
    }

    /// What must be said and is not; nil where nothing is missing.
    package func problem(missing said: [String: String]) -> String? {
        let missing = flatMap(\.parameters).first { parameter in
            parameter.standard == nil && said[parameter.name] == nil
                && ParameterValues.elsewhere[parameter.name] == nil
        }
        return missing.map { "the parameter \"\($0.name)\" must be set: \($0.doc)" }
    }
}

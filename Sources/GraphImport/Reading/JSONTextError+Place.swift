import JSONText

extension JSONTextError {
    /// The place (`file:line:column` as far as it is known) and what is wrong there.
    func split(from file: String) -> (place: String, reason: String) {
        let text = description
        if case .invalid(_, let line, let column, let fault) = self {
            return ("\(file):\(line):\(column)", fault.description)
        }
        return (file, text.hasPrefix(file + ": ") ? String(text.dropFirst(file.count + 2)) : text)
    }
}

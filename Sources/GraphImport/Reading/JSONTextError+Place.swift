import JSONText

extension JSONTextError {
    /// The place (`file:line:column` as far as it is known) and what is wrong there.
    func split(from file: String) -> (place: String, reason: String) {
        let text = description
        guard text.hasPrefix(file + ":") else { return (file, text) }
        let rest = text.dropFirst(file.count)
        let place = rest.prefix { ":0123456789".contains($0) }
        let reason = rest.dropFirst(place.count).drop { $0 == " " }
        return (file + place.dropLast(place.hasSuffix(":") ? 1 : 0), String(reason))
    }
}

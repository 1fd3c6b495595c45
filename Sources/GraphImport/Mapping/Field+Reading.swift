import JSONText
import Model

extension Field {
    /// What the object says of this field.
    ///
    /// A field counts as said when its outermost key is there: complex values come whole. Only names of
    /// references may be missing inside without being said to be empty.
    func read(_ object: JSONValue) -> FieldReading {
        if let derive { return derive(object) }
        var reading = FieldReading.absent
        for source in sources {
            guard let value = object.member(named: source[0]) else { continue }
            guard let inner = value.inner(source.dropFirst()) else {
                if nameOf == nil || value.isNull, case .absent = reading { reading = .null }
                continue
            }
            switch convert(inner) {
            case .null: if case .unfit = reading { continue } else { reading = .null }
            case .unfit: reading = .unfit
            case let found: return found
            }
        }
        return reading
    }

    private func convert(_ value: JSONValue) -> FieldReading {
        if value.isNull { return .null }
        switch kind {
        case .text: return .text(Redaction.text(value.string ?? value.canonicalText()))
        case .boolean: return value.bool.map(FieldReading.boolean) ?? .unfit
        case .integer: return value.int.map { .integer(Int64($0)) } ?? .unfit
        case .instant:
            guard let text = value.string else { return .unfit }
            return Instant(text).map { .integer($0.ticks) } ?? (Instant.saysNoDate(text) ? .null : .unfit)
        case .id:
            guard let text = value.string else { return .unfit }
            return text.isEmpty ? .null : .text(text)
        case .json: return .text(Redaction.canonicalText(of: value))
        }
    }
}

extension JSONValue {
    /// The value under these keys, from the outside in; nil when one of them is missing.
    func inner(_ keys: some Sequence<String>) -> JSONValue? {
        var value = self
        for key in keys {
            guard let next = value.member(named: key) else { return nil }
            value = next
        }
        return value
    }

    /// Whether an expanded list is told to have more than it holds: by a nextLink, or by a larger count.
    func isCut(_ list: String) -> Bool {
        if let next = member(named: list + "@odata.nextLink"), !next.isNull { return true }
        guard let count = member(named: list + "@odata.count")?.int else { return false }
        var held = 0
        member(named: list)?.forEachElement { _ in held += 1 }
        return count > held
    }

    /// The text under a path of keys.
    func text(_ keys: String...) -> String? {
        inner(keys)?.string
    }

    /// The type behind `@odata.type`, without `#` and namespace (GRAPH.md 0, trap 19).
    var odataType: String? {
        guard let type = (member("@odata.type") ?? member("odata.type"))?.string else { return nil }
        return String(type.split(separator: ".").last ?? Substring(type))
    }
}

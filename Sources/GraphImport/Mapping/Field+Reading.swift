import JSONText
import Model

/// A field, with the places of an object's members that it reads.
final class FieldPlan: Sendable {
    let field: Field
    /// The place of the outermost key, and the keys within.
    let sources: [(place: Int, rest: [String])]
    private let derive: (@Sendable (JSONValue) -> FieldReading)?
    private let kind: Field.Kind
    private let isName: Bool
    /// The places of `sources`, and whether no keys within follow.
    private let places: ContiguousArray<(place: Int, isWhole: Bool)>

    /// The place of its value, where it stands in one place and is taken as it is.
    var place: Int? {
        field.derive == nil && sources.count == 1 && sources[0].rest.isEmpty ? sources[0].place : nil
    }

    init(field: Field, sources: [(place: Int, rest: [String])]) {
        self.field = field
        self.sources = sources
        derive = field.derive
        kind = field.kind
        isName = field.nameOf != nil
        places = ContiguousArray(sources.map { ($0.place, $0.rest.isEmpty) })
    }

    /// What the object says of this field.
    ///
    /// A field counts as said when its outermost key is there: complex values come whole. Only names of
    /// references may be missing inside without being said to be empty.
    ///
    /// - Parameters:
    ///   - members: the object's members, by place; nil where one is not there.
    ///   - isSparse: whether what is missing within a member was not fetched, and says nothing.
    func read(
        _ object: JSONValue, _ members: UnsafeMutableBufferPointer<JSONValue?>, isSparse: Bool = false
    ) -> FieldReading {
        if let derive { return derive(object) }
        var reading = FieldReading.absent
        for index in places.indices {
            guard let value = members[places[index].place] else { continue }
            guard let inner = places[index].isWhole ? value : value.inner(sources[index].rest) else {
                if !isSparse, !isName || value.isNull, case .absent = reading { reading = .null }
                continue
            }
            switch kind.convert(inner) {
            case .null: if case .unfit = reading { continue } else { reading = .null }
            case .unfit: reading = .unfit
            case let found: return found
            }
        }
        return reading
    }
}

extension Field.Kind {
    func convert(_ value: JSONValue) -> FieldReading {
        if value.isNull { return .null }
        switch self {
        case .text:
            guard let text = value.utf8 else { return .text(Redaction.text(value.canonicalText())) }
            return Redaction.isSecret(text) ? .text(Secrets.removed) : .bytes(text)
        case .boolean: return value.bool.map(FieldReading.boolean) ?? .unfit
        case .integer: return value.int.map { .integer(Int64($0)) } ?? .unfit
        case .instant:
            guard let text = value.utf8 else { return .unfit }
            if let instant = Instant(utf8: text) { return .integer(instant.ticks) }
            return Instant.saysNoDate(String(decoding: text, as: UTF8.self)) ? .null : .unfit
        case .id:
            guard let text = value.utf8 else { return .unfit }
            return text.isEmpty ? .null : .bytes(text)
        case .json: return .json(value)
        }
    }
}

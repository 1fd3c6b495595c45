import GraphImport

/// Holds one field against the types that have it.
struct FieldCheck {
    let metadata: Metadata
    let entity: String
    let field: MappedField
    let types: [String]

    /// A field is as it should be when one of its alternatives is: the others are of beta or of other tools.
    var verdict: FieldVerdict {
        if field.sources.isEmpty { return .fits }
        let reached = ways.map { (keys: $0.keys, end: metadata.follow($0.keys, from: $0.type)) }
        if reached.contains(where: { fits($0.end) }) { return .fits }
        if field.teller != .graph { return .declared }
        for case .unheld(let type) in reached.map(\.end) { return .unjudged(type: Metadata.short(type)) }
        for case .properties(let properties) in reached.map(\.end) {
            for property in properties where !metadata.isHeld(property.type) {
                return .unjudged(type: Metadata.short(property.type.name))
            }
        }
        // An alternative that is there with another type says more than one that is not.
        let misfits = reached.compactMap { misfit($0.keys, $0.end) }
        return (misfits.first { $0.isTyped } ?? misfits.first).map { .misfit($0.misfit) } ?? .fits
    }

    /// How many unknown members of one field are told; no enumeration of Graph has so many.
    private static let memberLimit = 1_000

    /// Members of the enumerations behind the field that its words do not have. They compare without case
    /// (GRAPH.md 0, trap 7); `unknownFutureValue` is never sent, it says that more may come.
    var unknownMembers: [UnknownMember] {
        let known = Set((field.words + ["unknownFutureValue"]).map { $0.lowercased() })
        var found: [UnknownMember] = []
        for way in ways {
            guard case .properties(let properties) = metadata.follow(way.keys, from: way.type) else {
                continue
            }
            for enumeration in properties.compactMap({ metadata.enumeration($0.type.name) }) {
                for member in enumeration.members where !known.contains(member.name.lowercased()) {
                    found.append(
                        UnknownMember(
                            entity: entity, column: field.column, line: member.line,
                            enumeration: Metadata.short(enumeration.name), member: member.name))
                    if found.count == Self.memberLimit { return found }
                }
            }
        }
        return found
    }

    /// What OData itself says of every object counts only where the field is read of nothing else.
    private var ways: [(keys: [String], type: String)] {
        let listed = field.sources.filter { !($0.last ?? "").contains("@") }
        return (listed.isEmpty ? field.sources : listed).flatMap { keys in types.map { (keys, $0) } }
    }

    private func fits(_ end: Metadata.Reached) -> Bool {
        switch end {
        case .annotation: true
        case .properties(let properties):
            properties.contains { field.kind.takes($0.type, in: metadata) }
        case .missing, .list, .value, .unheld, .tooWide: false
        }
    }

    private func misfit(_ keys: [String], _ end: Metadata.Reached) -> (misfit: Misfit, isTyped: Bool)? {
        let path = keys.joined(separator: ".")
        func told(_ line: Int, _ problem: String, isTyped: Bool = true) -> (Misfit, Bool) {
            (Misfit(entity: entity, column: field.column, line: line, problem: problem), isTyped)
        }
        switch end {
        case .annotation, .unheld: return nil
        case .tooWide: return told(1, "more types lie on the way than are looked through (\(path))")
        case .missing(let key, let structure):
            let way = keys.count > 1 ? " (\(path))" : ""
            return told(
                structure.line, "\(Metadata.short(structure.name)) has no \(key)\(way)", isTyped: false)
        case .list(let property):
            return told(
                property.line, "\(property.name) is a list, of whose elements nothing is read (\(path))")
        case .value(let property):
            return told(property.line, "\(property.name) is \(property.type), which has no members (\(path))")
        case .properties(let properties):
            return properties.first.map { told($0.line, "\(path) is \($0.type), not \(field.kind.noun)") }
        }
    }
}

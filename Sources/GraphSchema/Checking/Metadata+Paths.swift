extension Metadata {
    /// What a path of keys leads to.
    enum Reached {
        /// By every type that has it: the type itself, those it is based on, and those based on it.
        case properties([Property])
        /// A key that begins with or holds `@`: OData's own, of every object.
        case annotation
        /// None of these types has the key.
        case missing(key: String, in: Structure)
        /// The way leads through a list, whose elements have the key.
        case list(Property)
        /// The way leads through a value that has no members.
        case value(Property)
        /// The way leads through a type that the document names and does not hold.
        case unheld(type: String)
    }

    /// Bases of bases of a type; no type of Graph has ten.
    private static let depthLimit = 64

    /// - Parameter type: the name of a structure that the document holds.
    func follow(_ keys: [String], from type: String) -> Reached {
        var types = [type]
        var reached: [Property] = []
        for (place, key) in keys.enumerated() {
            if key.contains("@") { return .annotation }
            if let last = reached.first {
                if reached.allSatisfy(\.type.isCollection) { return .list(last) }
                types = distinct(reached.filter { !$0.type.isCollection }.map { qualified($0.type.name) })
            }
            let structures = types.compactMap { structure($0) }
            guard let first = structures.first else {
                guard place > 0, let last = reached.first else { return .unheld(type: type) }
                return isValue(last.type) ? .value(last) : .unheld(type: last.type.name)
            }
            reached = distinct(structures.flatMap { properties(key, of: $0) })
            if reached.isEmpty { return .missing(key: key, in: first) }
        }
        return .properties(reached)
    }

    /// The structures at the end of a request path: `connectedOrganizations/*/internalSponsors`.
    func structures(at path: String) -> [String] {
        var types: [String]?
        for segment in path.split(separator: "/").map(String.init) where segment != "*" {
            if segment.contains(".") {
                types = [segment]
            } else if let known = types {
                types = known.compactMap { structure($0) }.flatMap { properties(segment, of: $0) }
                    .map(\.type.name)
            } else {
                let properties = structures.values.compactMap { $0.properties[segment]?.type.name }
                types = properties + (roots[segment].map { [$0.name] } ?? [])
            }
            types = types.map { distinct($0.map(qualified)) }
        }
        return (types ?? []).filter { structures[$0] != nil }.sorted()
    }

    func isValue(_ type: TypeName) -> Bool {
        primitive(type.name) != nil || enumeration(type.name) != nil
    }

    private func properties(_ key: String, of structure: Structure) -> [Property] {
        var next: Structure? = structure
        for _ in 0..<Self.depthLimit {
            guard let current = next else { break }
            if let found = current.properties[key] { return [found] }
            next = current.base.flatMap { self.structure($0) }
        }
        return below(structure).compactMap { $0.properties[key] }
    }

    /// The structures that are based on this one, near ones first; none twice where bases go in a circle.
    private func below(_ structure: Structure) -> [Structure] {
        var found: [Structure] = []
        var seen: Set<String> = [structure.name]
        var names = derived[structure.name] ?? []
        while !names.isEmpty {
            names = names.filter { seen.insert($0).inserted }
            found += names.compactMap { structures[$0] }
            names = names.flatMap { derived[$0] ?? [] }
        }
        return found
    }

    private func distinct<Element: Hashable>(_ elements: [Element]) -> [Element] {
        var seen: Set<Element> = []
        return elements.filter { seen.insert($0).inserted }
    }
}

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
        /// More types lie on the way than are looked through, which no path of Graph comes near.
        case tooWide
    }

    /// How many types are looked through on a path, so that a hostile document takes no time.
    private static let visitLimit = 500
    /// Bases of bases of a type; no type of Graph has ten.
    private static let depthLimit = 64
    /// How many types a request path may end at; those of Graph end at one.
    private static let endLimit = 16

    /// - Parameter type: the name of a structure that the document holds.
    func follow(_ keys: [String], from type: String) -> Reached {
        var types = [type]
        var reached: [Property] = []
        var visits = Self.visitLimit
        for (place, key) in keys.enumerated() {
            if key.contains("@") { return .annotation }
            if let last = reached.first {
                if reached.allSatisfy(\.type.isCollection) { return .list(last) }
                types = distinct(reached.filter { !$0.type.isCollection }.map { qualified($0.type.name) })
            }
            let structures = types.prefix(visits + 1).compactMap { structure($0) }
            guard let first = structures.first else {
                guard place > 0, let last = reached.first else { return .unheld(type: type) }
                return isValue(last.type) ? .value(last) : .unheld(type: last.type.name)
            }
            reached = distinct(structures.flatMap { properties(key, of: $0, &visits) })
            guard visits > 0 else { return .tooWide }
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
                var visits = Self.visitLimit
                types = known.compactMap { structure($0) }
                    .flatMap { properties(segment, of: $0, &visits) }.map(\.type.name)
            } else {
                let properties = structures.values.compactMap { $0.properties[segment]?.type.name }
                types = properties + (roots[segment].map { [$0.name] } ?? [])
            }
            types = types.map { types in
                Array(
                    Set(types.map(qualified)).filter { structures[$0] != nil }.sorted().prefix(Self.endLimit))
            }
        }
        return types ?? []
    }

    func isValue(_ type: TypeName) -> Bool {
        primitive(type.name) != nil || enumeration(type.name) != nil
    }

    /// The properties of that name: the type's own, else of what it is based on, else of those that are based on it.
    private func properties(_ key: String, of structure: Structure, _ visits: inout Int) -> [Property] {
        var next: Structure? = structure
        for _ in 0..<Self.depthLimit {
            guard let current = next, visits > 0 else { break }
            visits -= 1
            if let found = current.properties[key] { return [found] }
            next = current.base.flatMap { self.structure($0) }
        }
        var found: [Property] = []
        // None twice where bases go in a circle.
        var seen: Set<String> = [structure.name]
        var names = Array((derived[structure.name] ?? []).prefix(visits + 1))
        while let name = names.popLast(), visits > 0 {
            guard seen.insert(name).inserted else { continue }
            visits -= 1
            if let property = structures[name]?.properties[key] { found.append(property) }
            names += (derived[name] ?? []).prefix(visits + 1)
        }
        return found
    }

    private func distinct<Element: Hashable>(_ elements: [Element]) -> [Element] {
        var seen: Set<Element> = []
        return elements.filter { seen.insert($0).inserted }
    }
}

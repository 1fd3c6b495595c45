/// Makes metadata of the elements of a CSDL document, as they come.
struct MetadataBuilder {
    /// Why an element cannot be one of CSDL.
    struct Fault: Error {
        let problem: String
    }

    /// More types, properties and members than any service has: Graph has some 40,000.
    static let nameLimit = 400_000

    private(set) var metadata = Metadata()
    private var namespace = ""
    private var structure: Metadata.Structure?
    private var enumeration: Metadata.Enumeration?
    /// Those of the enumeration, without case: a name that comes twice is one.
    private var memberNames: Set<String> = []
    private var nameCount = 0

    mutating func start(_ element: String, _ attributes: [String: String], line: Int) throws(Fault) {
        func required(_ name: String) throws(Fault) -> String {
            if let value = attributes[name], !value.isEmpty { return value }
            throw Fault(problem: "\(element) has no \(name)")
        }
        nameCount += attributes["Name"] == nil ? 0 : 1
        guard nameCount <= Self.nameLimit else {
            throw Fault(
                problem: "more than \(Self.nameLimit) types, properties and members, as no service has")
        }
        switch element {
        case "Schema":
            namespace = try required("Namespace")
            if let alias = attributes["Alias"] { metadata.aliases[alias] = namespace }
        case "EntityType", "ComplexType":
            structure = .init(
                name: qualified(try required("Name")), base: attributes["BaseType"], line: line)
        case "EnumType":
            enumeration = .init(name: qualified(try required("Name")))
            memberNames = []
        case "TypeDefinition":
            metadata.definitions[qualified(try required("Name"))] = try required("UnderlyingType")
        case "Property", "NavigationProperty":
            guard structure != nil else { return }
            let name = try required("Name")
            structure?.properties[name] = .init(
                name: name, type: .init(try required("Type")), line: line)
        case "Member":
            let name = try required("Name")
            guard enumeration != nil, memberNames.insert(name.lowercased()).inserted else { return }
            enumeration?.members.append(.init(name: name, line: line))
        case "EntityContainer": metadata.hasContainer = true
        case "EntitySet": metadata.roots[try required("Name")] = .init(try required("EntityType"))
        case "Singleton": metadata.roots[try required("Name")] = .init(try required("Type"))
        default: break
        }
    }

    mutating func end(_ element: String) {
        switch element {
        case "EntityType", "ComplexType":
            if let structure { metadata.structures[structure.name] = structure }
            structure = nil
        case "EnumType":
            if let enumeration { metadata.enumerations[enumeration.name] = enumeration }
            enumeration = nil
        default: break
        }
    }

    /// The whole, once all has been read.
    func finished() -> Metadata {
        var metadata = metadata
        for structure in metadata.structures.values {
            guard let base = structure.base else { continue }
            metadata.derived[metadata.qualified(base), default: []].append(structure.name)
        }
        metadata.derived = metadata.derived.mapValues { $0.sorted() }
        return metadata
    }

    private func qualified(_ name: String) -> String {
        namespace + "." + name
    }
}

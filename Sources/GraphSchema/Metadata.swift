/// What a service says of its types: an OData CSDL document (`$metadata`), as far as paths and words need it.
public struct Metadata: Sendable {
    /// A type as it is named at a use: `graph.user`, `Collection(graph.user)`.
    struct TypeName: Hashable, Sendable {
        let name: String
        let isCollection: Bool

        init(_ text: String) {
            isCollection = text.hasPrefix("Collection(") && text.hasSuffix(")")
            name = isCollection ? String(text.dropFirst("Collection(".count).dropLast()) : text
        }
    }

    /// An entity type or a complex type.
    struct Structure: Sendable {
        let name: String
        let base: String?
        let line: Int
        /// Navigation properties among them.
        var properties: [String: Property] = [:]
    }

    struct Property: Hashable, Sendable {
        let name: String
        let type: TypeName
        let line: Int
    }

    struct Enumeration: Sendable {
        struct Member: Sendable {
            let name: String
            let line: Int
        }

        let name: String
        var members: [Member] = []
    }

    /// By qualified name; so are the others.
    var structures: [String: Structure] = [:]
    var enumerations: [String: Enumeration] = [:]
    /// Names for primitive types.
    var definitions: [String: String] = [:]
    /// Short names of namespaces.
    var aliases: [String: String] = [:]
    /// Entity sets and singletons, with their types.
    var roots: [String: TypeName] = [:]
    /// Whether it describes a whole service, as `$metadata` does: what is cut out of one has no container.
    var hasContainer = false
    /// Structures by the one that they are based on, in the order of their names.
    var derived: [String: [String]] = [:]

    /// The qualified name: `graph.user` is `microsoft.graph.user` where `graph` is an alias.
    func qualified(_ name: String) -> String {
        guard let point = name.lastIndex(of: "."), let namespace = aliases[String(name[..<point])] else {
            return name
        }
        return namespace + name[point...]
    }

    func structure(_ name: String) -> Structure? { structures[qualified(name)] }

    func enumeration(_ name: String) -> Enumeration? { enumerations[qualified(name)] }

    /// The primitive type behind a name; nil when it is none.
    func primitive(_ name: String) -> String? {
        let name = definitions[qualified(name)] ?? name
        return name.hasPrefix("Edm.") ? name : nil
    }

    /// The name without its namespace.
    static func short(_ name: String) -> String {
        name.lastIndex(of: ".").map { String(name[name.index(after: $0)...]) } ?? name
    }
}

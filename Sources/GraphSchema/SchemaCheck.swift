public import GraphImport

/// Holds what an import reads against what a service says of its types.
public struct SchemaCheck: Sendable {
    /// The namespace of the types that entities name.
    private static let namespace = "microsoft.graph."

    public private(set) var misfits: [Misfit] = []
    public private(set) var unknownMembers: [UnknownMember] = []
    /// Entities whose type the document does not hold, with its name or the path that leads to it.
    public private(set) var unheld: [(entity: String, by: String)] = []
    /// Types that fields lead into and the document does not hold, each once.
    public private(set) var unheldWithin: [String] = []
    /// Entities that were held against their types.
    public private(set) var entityCount = 0
    public private(set) var fitCount = 0
    /// Fields of these entities that are told by beta or other tools, as the mapping says.
    public private(set) var declaredCount = 0
    public private(set) var unjudgedCount = 0
    /// Whether the document describes a whole service; then a type that it does not hold does not fit either.
    public let isWhole: Bool

    /// Whether nothing of what the document can be asked for is otherwise than an import reads it.
    public var isFitting: Bool { misfits.isEmpty && !(isWhole && !(unheld.isEmpty && unheldWithin.isEmpty)) }

    public init(_ metadata: Metadata, of entities: [MappedEntity] = MappedEntity.all) {
        isWhole = metadata.hasContainer
        for entity in entities where !entity.fields.isEmpty && entity.teller == .graph {
            let types =
                entity.types.isEmpty
                ? entity.paths.flatMap { metadata.structures(at: $0) }
                : entity.types.map { Self.namespace + $0 }.filter { metadata.structure($0) != nil }
            guard !types.isEmpty else {
                unheld.append((entity.name, (entity.types + entity.paths).first ?? ""))
                continue
            }
            entityCount += 1
            for field in entity.fields {
                add(FieldCheck(metadata: metadata, entity: entity.name, field: field, types: types))
            }
        }
    }

    private mutating func add(_ check: FieldCheck) {
        switch check.verdict {
        case .fits: fitCount += 1
        case .declared: declaredCount += 1
        case .misfit(let misfit): misfits.append(misfit)
        case .unjudged(let type):
            unjudgedCount += 1
            if !unheldWithin.contains(type) { unheldWithin.append(type) }
        }
        unknownMembers += check.unknownMembers
    }

    /// Reads a document and holds the import against it.
    ///
    /// - Throws: `GraphSchemaError`, also where the document is of something other than Microsoft Graph.
    public static func run(_ path: String) throws(GraphSchemaError) -> SchemaCheck {
        let check = SchemaCheck(try Metadata.read(path))
        guard check.entityCount > 0 else { throw .foreign(path: path) }
        return check
    }
}

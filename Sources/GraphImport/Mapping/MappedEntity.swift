/// What is read of one kind of object, for others to hold against what the source says of itself.
public struct MappedEntity: Sendable {
    /// The name of the entity, as `tenure entities` lists it.
    public let name: String
    /// Names of its type, without namespace; empty where only the path tells it.
    public let types: [String]
    /// The ends of request paths, `*` for an id, a qualified name for a cast.
    public let paths: [String]
    public let fields: [MappedField]
    /// Who tells it at all.
    public let teller: MappedField.Teller

    /// Every entity of which something is read.
    public static let all: [MappedEntity] = Entity.all.map(MappedEntity.init)

    init(_ entity: Entity) {
        name = entity.name
        types = entity.types
        paths = entity.paths
        teller = entity.teller
        let beside = entity.beside.map { beside in
            beside.fields.map { MappedField($0, within: beside.key) }
        }
        fields = entity.fields.map { MappedField($0) } + (beside ?? [])
    }
}

/// What fills one column.
public struct MappedField: Sendable {
    /// What a value is made of it.
    public enum Kind: Sendable {
        case text, boolean, integer
        /// A moment.
        case instant
        /// An id, kept as its number.
        case id
        /// Kept as JSON text with its members in order.
        case json
    }

    /// Who tells a value.
    public enum Teller: Sendable {
        /// v1.0 of Microsoft Graph, as its metadata lists it.
        case graph
        /// The beta of Microsoft Graph alone.
        case beta
        /// Tables and files of other tools alone.
        case otherTools
        /// No metadata of Graph lists it; it is taken should it come.
        case unlisted
    }

    public let column: String
    public let kind: Kind
    /// Where the value stands, each the keys from the outside in: alternatives of v1.0 and beta.
    public let sources: [[String]]
    /// The words that are known of it, in the spelling of Graph's enumeration.
    public let words: [String]
    public let teller: Teller

    init(_ field: Field, within key: String? = nil) {
        column = field.column
        kind = field.kind
        sources = field.sources.map { (key.map { [$0] } ?? []) + $0 }
        words = field.words
        teller = field.teller
    }
}

import GraphImport

/// What metadata says of one field of the mapping.
enum FieldVerdict {
    /// It is there, with a type that fits.
    case fits
    /// The mapping itself says that v1.0 of Graph does not tell it.
    case declared
    case misfit(Misfit)
    /// What it would be judged by is not in the document.
    case unjudged(type: String)
}

/// A field that the metadata does not have, or has otherwise.
public struct Misfit: Hashable, Sendable, CustomStringConvertible {
    public let entity: String
    public let column: String
    /// Line of the property, or of the type that lacks it.
    public let line: Int
    public let problem: String

    public var description: String { "\(entity).\(column): \(problem)" }
}

/// A member of an enumeration that no word is known for.
public struct UnknownMember: Hashable, Sendable, CustomStringConvertible {
    public let entity: String
    public let column: String
    public let line: Int
    public let enumeration: String
    public let member: String

    public var description: String { "\(entity).\(column): \(member), of \(enumeration)" }
}

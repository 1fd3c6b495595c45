public import Model

/// One fact of one row, as every format receives it.
///
/// Ids, texts and words are `text`; what they mean is the column's to say.
public enum Cell: Sendable, Hashable {
    /// An absent fact: an empty cell in CSV, null in JSON.
    case null
    case text(String)
    case boolean(Bool)
    case integer(Int64)
    case instant(Instant)
    /// The objects in between, in order. Empty where there is none.
    case path([PathStep])

    /// The text, or an absent fact.
    public init(_ text: String?) {
        self = text.map(Cell.text) ?? .null
    }

    /// The moment, or an absent fact.
    public init(_ instant: Instant?) {
        self = instant.map(Cell.instant) ?? .null
    }
}

/// An object on the way from a person to a resource.
public struct PathStep: Sendable, Hashable {
    public let id: String
    /// Nil where nobody told it: the id stands in.
    public let name: String?

    public init(id: String, name: String?) {
        self.id = id
        self.name = name
    }

    /// What people read: the name, else the id.
    public var label: String {
        name ?? id
    }
}

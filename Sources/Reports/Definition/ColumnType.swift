/// What the cells of a column hold.
public enum ColumnType: String, Sendable, CaseIterable {
    /// Names and sentences, as the source wrote them.
    case text
    /// The id of an object.
    case id
    /// One of the column's words. A source may bring words that nobody knew.
    case word
    case boolean
    case integer
    /// A moment, printed as `YYYY-MM-DDTHH:MM:SSZ`.
    case instant
    /// Objects in between, each with id and name.
    case path
    /// An address that can be opened, such as a package's page for requestors.
    case link
}

/// What a reader fills in: a column that is empty in the data and has room on the page and in Excel.
public enum Entry: Sendable, Equatable {
    /// One of these, such as Keep, Remove, Don't know.
    case choice([String])
    /// Free text, such as a reason.
    case text
}

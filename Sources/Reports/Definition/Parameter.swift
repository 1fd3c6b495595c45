/// What a report lets its reader choose; bound to its SQL by name.
public struct Parameter: Sendable, Equatable {
    public enum Kind: String, Sendable, CaseIterable {
        case text, int, date, duration, bool, `enum`
        /// Some of `values`, joined by commas; SQL receives a JSON array.
        case list
        /// Somebody, by id, user principal name, mail or name; SQL receives the id.
        case person
        /// A group, application, site or directory role, by id or name; SQL receives the id.
        case resource
    }

    public let name: String
    public let kind: Kind
    /// What a page calls it.
    public let title: String
    public let doc: String
    /// As it would be typed; nil where the reader must say it.
    public let standard: String?
    /// Only for `enum` and `list`: what may be said.
    public let values: [String]
    /// What a page says for some of its values, such as *all* for `*`.
    public let words: [Word]

    public init(
        name: String, kind: Kind, title: String? = nil, doc: String, standard: String? = nil,
        values: [String] = [], words: [Word] = []
    ) {
        self.name = name
        self.kind = kind
        self.title = title ?? name
        self.doc = doc
        self.standard = standard
        self.values = values
        self.words = words
    }
}

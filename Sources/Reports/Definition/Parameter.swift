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
    public let doc: String
    /// As it would be typed; nil where the reader must say it.
    public let standard: String?
    /// Only for `enum` and `list`: what may be said.
    public let values: [String]

    public init(name: String, kind: Kind, doc: String, standard: String? = nil, values: [String] = []) {
        self.name = name
        self.kind = kind
        self.doc = doc
        self.standard = standard
        self.values = values
    }
}

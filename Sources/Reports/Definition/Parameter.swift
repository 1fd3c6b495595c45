/// What a report lets its reader choose; bound to its SQL by name.
public struct Parameter: Sendable, Equatable {
    public enum Kind: String, Sendable, CaseIterable {
        case text, int, date, duration, bool, `enum`, person
    }

    public let name: String
    public let kind: Kind
    public let doc: String
    /// As it would be typed; nil where the reader must say it.
    public let standard: String?
    /// Only for `enum`: what may be said.
    public let values: [String]

    public init(name: String, kind: Kind, doc: String, standard: String? = nil, values: [String] = []) {
        self.name = name
        self.kind = kind
        self.doc = doc
        self.standard = standard
        self.values = values
    }
}

/// An object of the directory that a search found, as a list of candidates tells of it.
public struct FoundObject: Sendable, Hashable {
    public let id: String
    /// Its name, else its id.
    public let name: String
    /// What tells it from others of the same name: a user principal name, or the kind of a resource.
    public let hint: String?

    public init(id: String, name: String?, hint: String?) {
        self.id = id
        self.name = name ?? id
        self.hint = hint
    }
}

/// Gathers what a text can mean: what is exactly so, else what holds the text.
struct Finding {
    private let wanted: String
    private var exact: [FoundObject] = []
    private var holding: [FoundObject] = []
    private var seen: Set<String> = []

    init(_ text: String) {
        wanted = text.lowercased()
    }

    /// - Parameters:
    ///   - exactly: what must be the text, in any case.
    ///   - holding: what may hold it.
    mutating func look(at object: FoundObject, exactly names: [String?], holding texts: [String?]) {
        if names.contains(where: { $0?.lowercased() == wanted }) {
            if seen.insert(object.id).inserted { exact.append(object) }
        } else if exact.isEmpty, texts.contains(where: { $0?.lowercased().contains(wanted) == true }),
            !holding.contains(where: { $0.id == object.id })
        {
            holding.append(object)
        }
    }

    var found: [FoundObject] {
        (exact.isEmpty ? holding : exact).sorted { ($0.name, $0.id) < ($1.name, $1.id) }
    }
}

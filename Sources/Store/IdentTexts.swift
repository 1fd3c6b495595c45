/// The ids of numbers; of those that many rows name each is looked up once, as long as they fit.
public final class IdentTexts {
    private let find: Statement
    private var known: [Int64: String] = [:]

    public init(_ connection: Connection) throws {
        find = try connection.prepare("SELECT id FROM ident WHERE key = ?")
    }

    /// - Returns: an empty text for a number that nobody has.
    public func text(of key: Int64) throws -> String {
        if let text = known[key] { return text }
        find.bind(1, key)
        defer { find.reset() }
        let text = try find.step() ? find.identifier(0) ?? "" : ""
        if known.count >= IdentTexts.limit { known.removeAll(keepingCapacity: true) }
        known[key] = text
        return text
    }

    private static let limit = 50_000
}

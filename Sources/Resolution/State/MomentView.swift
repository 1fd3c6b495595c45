/// A view or table that there is only while a report runs: what the manual says of it.
public struct MomentView: Sendable {
    public let name: String
    public let doc: String
    public let columns: [(name: String, doc: String)]

    public init(name: String, doc: String, columns: [(name: String, doc: String)]) {
        self.name = name
        self.doc = doc
        self.columns = columns
    }
}

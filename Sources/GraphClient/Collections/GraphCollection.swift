import Foundation

/// A collection of Graph, or one for each of another's objects: how it is asked for (GRAPH.md 3).
public struct GraphCollection: Sendable {
    enum Kind: Sendable {
        /// Pages with a `value`.
        case pages
        /// One object.
        case object
    }

    /// One way to ask. Each further one asks for less, for tenants that refuse the one before.
    struct Query: Sendable {
        /// Options in their order, not escaped.
        let options: [(name: String, value: String)]
        /// Resource units that one request costs (GRAPH.md 1, Limits).
        var units = 1
        /// What is lacking by it, in words; nil for the first.
        var lacks: String?
        /// What it needs besides.
        var permissions: [Permission] = []
    }

    /// How it is asked for what changed (GRAPH.md 6).
    struct Changes: Sendable {
        /// Fields and relations.
        let select: String
        /// The collections below whose changes come along, by the last part of their paths.
        var relations: [String] = []
        /// What changes do not tell, in words.
        var lacks: String?
    }

    /// The request path below v1.0; `{id}` stands for an object of the collection above.
    public let path: String
    /// Where Graph wants the object above in a filter: the request path, which has no id, and the member that is
    /// compared with it. The files lie under `path`.
    var filtered: (path: String, by: String)?
    let kind: Kind
    let queries: [Query]
    /// Whether `ConsistencyLevel: eventual` is to be sent, with every page (GRAPH.md 0, trap 10).
    var isAdvanced = false
    var bucket = Throttle.Bucket.directory
    let permission: Permission
    /// Whether only a person, no application, may read it.
    var isDelegatedOnly = false
    /// Whether 404 means that there is nothing, as of a user's sponsors.
    var isOptional = false
    /// Of which objects of the collection above there is one; nil: of all.
    var isWanted: (@Sendable ([String: Any]) -> Bool)?
    /// Nil where Graph tells no changes.
    var changes: Changes?
    /// One for each object.
    var children: [GraphCollection] = []

    /// What a pull needs to read all of it, with what is below.
    public var permissions: [Permission] {
        [permission] + queries.flatMap(\.permissions)
    }

    /// Whether only a person, no application, may read it.
    public var isForPersons: Bool { isDelegatedOnly }

    /// This collection and those below it, from the outside in.
    public var family: [GraphCollection] {
        [self] + children.flatMap(\.family)
    }

    /// The path with ids in it.
    ///
    /// - Returns: nil when an id cannot be a part of a path.
    func path(_ ids: [String]) -> String? {
        var rest = ids[...]
        var parts: [String] = []
        for part in path.split(separator: "/") {
            guard part == "{id}" else {
                parts.append(String(part))
                continue
            }
            guard let id = rest.popFirst(), GraphCollection.isPlain(id) else { return nil }
            parts.append(id)
        }
        return parts.joined(separator: "/")
    }

    /// The path of the object that one of these hangs on: `groups/<id>/members` → `groups/<id>`.
    func object(of path: String) -> String? {
        guard let last = self.path.split(separator: "/").lastIndex(of: "{id}") else { return nil }
        return path.split(separator: "/").prefix(last + 1).joined(separator: "/")
    }

    /// Whether an id is one of those that Graph gives: it can be a part of a request path, and a file's name.
    private static func isPlain(_ id: String) -> Bool {
        let allowed = CharacterSet.unreserved
        return !id.isEmpty && id.utf8.count <= 128 && !id.hasPrefix(".")
            && id.unicodeScalars.allSatisfy { allowed.contains($0) }
    }

    /// Where Graph is asked for a link to what changes from now on.
    func latestURL(_ changes: Changes, of cloud: Cloud) -> URL? {
        let query = Query(options: [("$select", changes.select), ("$deltatoken", "latest")])
        return url(path + "/delta", query, of: cloud)
    }

    /// The address for the objects above, from the outside in; nil as of `path`.
    func url(_ ids: [String], _ query: Query, of cloud: Cloud) -> URL? {
        guard let path = path(ids) else { return nil }
        guard let filtered, let id = ids.last else { return url(path, query, of: cloud) }
        let filter = (name: "$filter", value: "\(filtered.by) eq '\(id)'")
        return url(filtered.path, Query(options: [filter] + query.options), of: cloud)
    }

    func url(_ path: String, _ query: Query, of cloud: Cloud) -> URL? {
        let options = query.options.map { "\($0.name)=\($0.value.queryEncoded)" }.joined(separator: "&")
        return URL(
            string: cloud.graph.absoluteString + "/v1.0/" + path + (options.isEmpty ? "" : "?" + options))
    }
}

extension String {
    fileprivate var queryEncoded: String {
        addingPercentEncoding(
            withAllowedCharacters: .unreserved.union(CharacterSet(charactersIn: "$(),;=:'/"))) ?? ""
    }
}

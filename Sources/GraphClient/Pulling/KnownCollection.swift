import Foundation
public import Model

/// What is known of a collection whose changes are to be followed.
public struct KnownCollection: Sendable {
    /// The link to what changed since (`@odata.deltaLink`).
    public let link: String
    /// When the whole collection was read last.
    public let wholeAt: Instant
    /// The objects that are there and have collections below.
    public let objects: [String]

    public init(link: String, wholeAt: Instant, objects: [String]) {
        self.link = link
        self.wholeAt = wholeAt
        self.objects = objects
    }

    /// Graph keeps links good for seven days. After that time all is read anew in any case: it corrects what changes
    /// do not tell, such as sign-ins.
    private static let longest = 7 * 86_400.0

    /// - Returns: why the changes cannot be followed; nil where they can.
    func refusal(_ collection: GraphCollection, _ cloud: Cloud, now: Instant) -> String? {
        guard wholeAt.seconds(to: now) < Self.longest else { return "seven days have passed since" }
        let root = cloud.graph.absoluteString + "/v1.0/" + collection.path + "/"
        guard let url = URL(string: link), cloud.holds(url), link.hasPrefix(root),
            RoundURL.isOfChanges(link.dropFirst(root.count))
        else { return "the link to its changes is of another Graph" }
        return nil
    }
}

/// What stands behind the collection in a link to its changes.
private enum RoundURL {
    static func isOfChanges(_ rest: Substring) -> Bool {
        ["delta", "microsoft.graph.delta"].contains(rest.prefix { $0 != "?" && $0 != "(" })
    }
}

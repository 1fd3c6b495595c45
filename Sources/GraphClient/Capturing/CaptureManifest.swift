import Foundation

/// What `capture.json` says before its requests.
struct CaptureManifest: Codable {
    /// Tells this file from others of that name.
    var format = CaptureManifest.formatName
    var isFinished: Bool
    var tool: String
    var graph: String
    var tenant: String?
    var application: String?
    var permissions: [String]?
    /// When the pull began: everything in it was seen then or later.
    var observedAt: String
    var finishedAt: String?
    /// Whether changes are asked for where a link to them is known.
    var followsChanges: Bool?
    var collections: [Collection]

    static let formatName = "tenure capture 1"
    static let name = "capture.json"

    /// One collection of GRAPH.md 3, over all objects that have one.
    struct Collection: Codable {
        var path: String
        /// How many there were to read, and how many were read to their last page.
        var wanted: Int
        var complete: Int
        var pages: Int
        var items: Int
        /// The sum of `@odata.count`, where it came.
        var count: Int?
        /// What it lacks though it is complete, in words.
        var lacks: String?
        /// False for what whoever signed in may not read at all.
        var isReadable: Bool?
        /// What else is to be said of how it was read, in words.
        var note: String?
        var delta: Delta?
        /// Request paths of objects that were listed, and no longer there when what hangs on them was read.
        var gone: [String]?
        var incomplete: [Incomplete]
    }

    /// The links of a collection whose changes are followed.
    struct Delta: Codable, Equatable {
        /// Where the changes in this capture begin; nil where it holds the whole collection.
        var from: String?
        /// Where later changes begin; nil where the round did not come to its end.
        var to: String?
        /// The relations whose changes come along.
        var relations: [String]
    }

    struct Incomplete: Codable {
        /// The request path.
        var path: String
        var reason: String
    }
}

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
        var incomplete: [Incomplete]
    }

    struct Incomplete: Codable {
        /// The request path.
        var path: String
        var reason: String
    }
}

import Foundation

/// One collection on its way from the first page to the last.
struct CollectionProgress: Sendable {
    let path: String
    let url: URL?
    /// The next address; nil when there is none.
    var next: URL?
    var pages = 0
    var items = 0
    var count: Int?
    var files: [String] = []
    /// The link to later changes.
    var deltaLink: String?
    /// Whether it is a round of changes, which a link to later ones ends.
    private let isRound: Bool
    private var seen: Set<String> = []
    var restarts = 0
    var failure: GraphFailure?
    /// Attempts and waits of the request on its way.
    var attempts = 0
    var throttled = 0

    /// So often a collection begins again.
    static let restartLimit = 4

    init(path: String, url: URL?, isRound: Bool = false) {
        self.isRound = isRound
        self.path = path
        self.url = url
        next = url
        if url == nil {
            failure = GraphFailure(kind: .unreadable, reason: "an id that cannot be part of an address")
        }
    }

    /// Whether nothing is left to ask for.
    var isDone: Bool { failure != nil || next == nil }
    var isComplete: Bool { failure == nil && next == nil }

    /// What the body of the page that was asked for says of the way on.
    enum Step: Equatable {
        case goesOn
        /// The collection is to begin again.
        case restart(String)
        case failed(GraphFailure)
    }

    /// Takes in a page.
    ///
    /// - Parameter isObject: whether a single object is expected.
    mutating func take(_ body: GraphBody, isObject: Bool, cloud: Cloud) -> Step {
        (attempts, throttled) = (0, 0)
        if isObject {
            pages += 1
            items += 1
            next = nil
            return .goesOn
        }
        guard let list = body.items else {
            return .failed(
                GraphFailure(kind: .unreadable, status: 200, reason: "the answer is no page of a collection"))
        }
        pages += 1
        items += list.count
        if count == nil { count = body.count }
        guard let link = body.nextLink else {
            if isRound {
                guard let last = body.deltaLink, URL(string: last).map(cloud.holds) ?? false else {
                    return .failed(
                        GraphFailure(
                            kind: .unreadable, status: 200,
                            reason: "no deltaLink on the Graph host ends the round"))
                }
                deltaLink = last
            }
            next = nil
            guard let count, count > items, restarts == 0 else { return .goesOn }
            return .restart("it held fewer objects than @odata.count says")
        }
        guard let address = URL(string: link), cloud.holds(address) else {
            return .failed(
                GraphFailure(kind: .offHost, status: 200, reason: "a nextLink off the Graph host was refused")
            )
        }
        guard link != url?.absoluteString, seen.insert(link).inserted else {
            return .restart("a nextLink led back to a page that was read")
        }
        next = address
        return .goesOn
    }

    /// Whether a failed request for a further page means that its skip token is no longer good.
    func isExpired(_ failure: GraphFailure) -> Bool {
        pages > 0 && [.refused, .notFound].contains(failure.kind)
    }

    /// Begins again from the first page, or fails when that was so too often.
    mutating func restart(_ reason: String) {
        guard restarts < CollectionProgress.restartLimit else {
            failure = GraphFailure(kind: .gaveUp, attempts: restarts + 1, reason: reason)
            return
        }
        restarts += 1
        next = url
        (pages, items, count, files, seen) = (0, 0, nil, [], [])
        (attempts, throttled) = (0, 0)
    }
}

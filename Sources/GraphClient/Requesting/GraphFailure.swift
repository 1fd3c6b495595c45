/// Why Graph did not give what was asked for, after all attempts.
struct GraphFailure: Error, Equatable {
    enum Kind: Equatable {
        /// 403: a permission or a licence is missing.
        case forbidden
        /// 404: what it hangs on is not there (any more).
        case notFound
        /// 400, 410 on a nextLink: the skip token is no longer good.
        case refused
        /// 5xx, throttling without end, broken connections.
        case gaveUp
        /// A nextLink or a redirect leads elsewhere.
        case offHost
        /// A body that is not what was asked for.
        case unreadable
    }

    let kind: Kind
    /// 0 where there was no answer.
    var status = 0
    /// Graph's code for the error; its text is not for users (GRAPH.md 1).
    var code: String?
    var requestId: String?
    var attempts = 1
    let reason: String

    /// In words, without names and addresses.
    var words: String {
        let code = code.map { ", \($0)" } ?? ""
        let answer = status > 0 ? " (HTTP \(status)\(code))" : ""
        return reason + answer + (attempts > 1 ? ", after \(attempts) attempts" : "")
    }
}

import Foundation

/// A request as the service sees it.
struct Asked: Sendable {
    var method: String
    /// Not unescaped, from the first slash.
    var path: String
    var query: String
    /// By lower-case name.
    var headers: [String: String]
    var body = Data()
}

struct Reply: Sendable {
    var status = 200
    var headers: [String: String] = [:]
    var body = Data()
    /// The connection breaks after so many bytes of the body.
    var cutAfter: Int?
    /// Seconds before the answer.
    var delay = 0.0

    static func json(_ text: String, status: Int = 200) -> Reply {
        Reply(status: status, headers: ["Content-Type": "application/json"], body: Data(text.utf8))
    }

    static func error(_ status: Int, _ code: String) -> Reply {
        json(
            #"{"error":{"code":"\#(code)","message":"of the server in the tests","innerError":{"date":"2026-01-01T00:00:00"}}}"#,
            status: status)
    }
}

/// A request that was answered, for tests to look at.
public struct LoggedRequest: Codable, Sendable {
    /// Seconds since 1970, by the server's clock.
    public var time: Double
    public var method: String
    public var target: String
    public var status: Int
    public var isInBatch: Bool
    public var units: Int
    public var retryAfter: Double?
    public var fault: String?
}

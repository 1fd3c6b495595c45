public import Foundation

/// What is asked of a server.
public struct HTTPRequest: Sendable {
    public var method: String
    public var url: URL
    public var headers: [String: String]
    public var body: Data?

    public init(_ method: String, _ url: URL, headers: [String: String] = [:], body: Data? = nil) {
        self.method = method
        self.url = url
        self.headers = headers
        self.body = body
    }

    /// A form, as token endpoints take it.
    static func form(_ url: URL, _ fields: [(String, String)]) -> HTTPRequest {
        let text = fields.map { "\($0.0)=\($0.1.formEncoded)" }.joined(separator: "&")
        return HTTPRequest(
            "POST", url, headers: ["Content-Type": "application/x-www-form-urlencoded"],
            body: Data(text.utf8))
    }
}

/// What a server answered, its body decompressed.
public struct HTTPResponse: Sendable {
    public let status: Int
    /// By lower-case name.
    public let headers: [String: String]
    public let body: Data

    public init(status: Int, headers: [String: String], body: Data) {
        self.status = status
        self.headers = headers
        self.body = body
    }

    /// The seconds of `Retry-After`, which may have a fraction (GRAPH.md 1).
    var retryAfter: Double? {
        headers["retry-after"].flatMap(Double.init).flatMap { $0.isFinite && $0 >= 0 ? $0 : nil }
    }
}

/// Sends one request and takes one answer; follows no redirect.
public protocol HTTPTransport: Sendable {
    /// - Throws: `TransportError`.
    func send(_ request: HTTPRequest) async throws -> HTTPResponse
}

/// No whole answer came.
public enum TransportError: Error, Sendable, CustomStringConvertible {
    /// The connection failed or broke; trying again may help.
    case broken(String)
    /// The server's certificate is not trusted; trying again does not help.
    case notTrusted(String)
    case tooLarge(limit: Int)

    public var description: String {
        switch self {
        case .broken(let reason): "the connection failed: \(reason)"
        case .notTrusted(let reason): "the server's certificate is not trusted: \(reason)"
        case .tooLarge(let limit): "an answer of more than \(limit >> 20) MB was refused"
        }
    }
}

extension String {
    var formEncoded: String {
        addingPercentEncoding(withAllowedCharacters: .unreserved) ?? ""
    }
}

extension CharacterSet {
    /// What needs no escape anywhere in an address (RFC 3986).
    static let unreserved = CharacterSet(
        charactersIn: "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")
}

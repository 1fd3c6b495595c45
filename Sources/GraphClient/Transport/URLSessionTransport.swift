public import Foundation
import Synchronization

#if canImport(FoundationNetworking)
    public import FoundationNetworking
#endif

/// The network, by URLSession: it keeps connections, speaks TLS and unpacks gzip.
public final class URLSessionTransport: NSObject, HTTPTransport, URLSessionDataDelegate {
    /// Larger answers are refused: 20 pages in one batch are a few megabytes.
    private static let largestBody = 256 << 20

    private struct Exchange {
        let continuation: CheckedContinuation<HTTPResponse, any Error>
        var body = Data()
        var isTooLarge = false
    }

    private let exchanges = Mutex<[Int: Exchange]>([:])
    private let session = Mutex<URLSession?>(nil)
    private let timeout: Double

    /// - Parameter timeout: seconds without a byte after which a connection counts as broken.
    public init(timeout: Double = 100) {
        self.timeout = timeout
    }

    private func openSession() -> URLSession {
        session.withLock { session in
            if let session { return session }
            let configuration = URLSessionConfiguration.ephemeral
            configuration.httpMaximumConnectionsPerHost = 16
            configuration.timeoutIntervalForRequest = timeout
            configuration.httpCookieAcceptPolicy = .never
            configuration.httpShouldSetCookies = false
            configuration.urlCache = nil
            let opened = URLSession(configuration: configuration, delegate: self, delegateQueue: nil)
            session = opened
            return opened
        }
    }

    /// Ends the session, which otherwise keeps itself.
    public func close() {
        session.withLock { session in
            session?.invalidateAndCancel()
            session = nil
        }
    }

    public func send(_ request: HTTPRequest) async throws -> HTTPResponse {
        var message = URLRequest(url: request.url)
        message.httpMethod = request.method
        message.httpBody = request.body
        message.httpShouldHandleCookies = false
        for (name, value) in request.headers { message.setValue(value, forHTTPHeaderField: name) }
        let task = openSession().dataTask(with: message)
        return try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                exchanges.withLock { $0[task.taskIdentifier] = Exchange(continuation: continuation) }
                // One that is cancelled before it began may never be told to have ended.
                if Task.isCancelled { return end(task, throwing: CancellationError()) }
                task.resume()
            }
        } onCancel: {
            task.cancel()
            end(task, throwing: CancellationError())
        }
    }

    private func end(_ task: URLSessionTask, throwing error: any Error) {
        let exchange = exchanges.withLock { $0.removeValue(forKey: task.taskIdentifier) }
        exchange?.continuation.resume(throwing: error)
    }

    public func urlSession(_ session: URLSession, dataTask: URLSessionDataTask, didReceive data: Data) {
        let isTooLarge = exchanges.withLock { exchanges in
            guard var exchange = exchanges.removeValue(forKey: dataTask.taskIdentifier) else { return false }
            exchange.body.append(data)
            exchange.isTooLarge = exchange.body.count > Self.largestBody
            exchanges[dataTask.taskIdentifier] = exchange
            return exchange.isTooLarge
        }
        if isTooLarge { dataTask.cancel() }
    }

    /// A redirect is an answer like any other: the caller decides.
    public func urlSession(
        _ session: URLSession, task: URLSessionTask, willPerformHTTPRedirection response: HTTPURLResponse,
        newRequest request: URLRequest, completionHandler: @escaping (URLRequest?) -> Void
    ) {
        completionHandler(nil)
    }

    public func urlSession(
        _ session: URLSession, task: URLSessionTask, didCompleteWithError error: (any Error)?
    ) {
        guard let exchange = exchanges.withLock({ $0.removeValue(forKey: task.taskIdentifier) }) else {
            return
        }
        if exchange.isTooLarge {
            exchange.continuation.resume(throwing: TransportError.tooLarge(limit: Self.largestBody))
        } else if let error {
            exchange.continuation.resume(throwing: Self.transportError(error))
        } else if let response = task.response as? HTTPURLResponse {
            exchange.continuation.resume(
                returning: HTTPResponse(
                    status: response.statusCode, headers: Self.headers(response), body: exchange.body))
        } else {
            exchange.continuation.resume(throwing: TransportError.broken("no answer"))
        }
    }

    private static func headers(_ response: HTTPURLResponse) -> [String: String] {
        var headers: [String: String] = [:]
        for (name, value) in response.allHeaderFields {
            headers["\(name)".lowercased()] = "\(value)"
        }
        return headers
    }

    /// Errors of URLSession name the address, query and all; only their number is told on.
    private static func transportError(_ error: any Error) -> any Error {
        guard let error = error as? URLError else { return TransportError.broken("unknown") }
        switch error.code {
        case .cancelled: return CancellationError()
        case .serverCertificateUntrusted, .serverCertificateHasBadDate, .serverCertificateNotYetValid,
            .serverCertificateHasUnknownRoot, .secureConnectionFailed:
            return TransportError.notTrusted(words(error.code))
        default: return TransportError.broken(words(error.code))
        }
    }

    private static func words(_ code: URLError.Code) -> String {
        switch code {
        case .timedOut: "timed out"
        case .cannotFindHost, .dnsLookupFailed: "the host's name was not found"
        case .cannotConnectToHost: "no connection to the host"
        case .networkConnectionLost: "it broke"
        case .notConnectedToInternet: "there is no network"
        default: "code \(code.rawValue)"
        }
    }
}

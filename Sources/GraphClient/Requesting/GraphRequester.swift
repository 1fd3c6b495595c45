import Foundation
import Model

/// What Graph gave, and how.
struct GraphAnswer: Sendable {
    let status: Int
    let body: Data
    let requestId: String?
    let attempts: Int
    let at: Instant
}

/// Asks Graph: with a token, within the throttle, again where that makes sense.
struct GraphRequester: Sendable {
    let tokens: TokenSource
    let cloud: Cloud
    let transport: any HTTPTransport
    let throttle: Throttle
    let clock: PullClock

    /// Attempts that failed by the server's or the network's fault.
    static let faultLimit = 8
    /// Times that the server said to wait; each waits as long as it says.
    static let throttleLimit = 40

    /// One request, repeated until it is answered or there is no sense in going on.
    ///
    /// - Throws: `GraphFailure`; `GraphClientError` where no request can succeed.
    /// - Parameter isJSON: whether an answer that is no JSON object is a fault of the connection.
    func send(
        _ request: HTTPRequest, units: Int, bucket: Throttle.Bucket, isJSON: Bool = true
    ) async throws -> GraphAnswer {
        guard cloud.holds(request.url) else {
            throw GraphFailure(kind: .offHost, reason: "an address off the Graph host was refused")
        }
        var backoff = Backoff(clock: clock)
        var attempts = 0
        var throttled = 0
        var refusedTokens: [String] = []
        while true {
            attempts += 1
            try await throttle.take(units, of: bucket)
            let token = try await tokens.current(refused: refusedTokens.last)
            var message = request
            message.headers["Authorization"] = "Bearer " + token.text
            let failure: String
            var status = 0
            var answered: HTTPResponse?
            do {
                let response = try await transport.send(message)
                (status, answered) = (response.status, response)
                switch response.status {
                case 200..<300 where isJSON && GraphBody(response.body) == nil:
                    failure = "the answer is no whole JSON object"
                case 200..<300:
                    await tokens.noteAccepted()
                    return GraphAnswer(
                        status: response.status, body: response.body, requestId: response.requestId,
                        attempts: attempts, at: clock.now())
                case 401:
                    // It may have ended a moment ago; one that nothing was ever given for is no good.
                    let limit = await tokens.wasAccepted ? Self.faultLimit : 2
                    guard !refusedTokens.contains(token.text), refusedTokens.count + 1 < limit else {
                        throw GraphClientError.tokenRefused
                    }
                    refusedTokens.append(token.text)
                    continue
                case 429:
                    throttled += 1
                    failure = "throttled without end"
                    await throttle.hold(bucket, seconds: backoff.next(atLeast: response.retryAfter))
                    if throttled < Self.throttleLimit { continue }
                case 408, 500..<600:
                    failure = "the server fails"
                default: throw Self.failure(response, attempts: attempts)
                }
            } catch TransportError.broken(let reason) {
                failure = "the connection failed: \(reason)"
            } catch let error as TransportError {
                throw GraphFailure(kind: .gaveUp, attempts: attempts, reason: error.description)
            }
            guard throttled < Self.throttleLimit, attempts - throttled < Self.faultLimit else {
                throw GraphFailure(
                    kind: .gaveUp, status: status, code: answered.flatMap { GraphBody($0.body)?.errorCode },
                    requestId: answered?.requestId, attempts: attempts, reason: failure)
            }
            let wait = backoff.next(atLeast: answered?.retryAfter)
            if answered?.retryAfter != nil { await throttle.hold(bucket, seconds: wait) }
            try await clock.sleep(wait)
        }
    }

    /// What an answer says that trying again does not change.
    static func failure(_ response: HTTPResponse, attempts: Int) -> GraphFailure {
        let code = GraphBody(response.body)?.errorCode
        let (kind, reason): (GraphFailure.Kind, String) =
            switch response.status {
            case 300..<400: (.offHost, "a redirect was refused")
            case 403: (.forbidden, "a permission or a licence is missing")
            case 404: (.notFound, "not found")
            default: (.refused, "the request was refused")
            }
        return GraphFailure(
            kind: kind, status: response.status, code: code, requestId: response.requestId,
            attempts: attempts, reason: reason)
    }
}

extension HTTPResponse {
    var requestId: String? { headers["request-id"].map { String($0.prefix(100)) } }
}

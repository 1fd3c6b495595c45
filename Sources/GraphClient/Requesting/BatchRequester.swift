import Foundation

/// Up to 20 requests in one (GRAPH.md 1, $batch). Parts count against the throttle one by one, and fail one by one.
struct BatchRequester: Sendable {
    static let largest = 20

    /// One request within a batch.
    struct Part: Sendable {
        let url: URL
        let units: Int
        let isAdvanced: Bool
        var attempts = 0
        var throttled = 0
    }

    enum Outcome {
        case answered(GraphAnswer)
        /// To be asked again, by then.
        case again
        case failed(GraphFailure)
    }

    let requester: GraphRequester

    /// Sends the parts; each gets its outcome, in the order of the parts.
    ///
    /// - Throws: `GraphFailure` when the batch as a whole failed.
    func send(_ parts: inout [Part], bucket: Throttle.Bucket) async throws -> [Outcome] {
        let answer = try await requester.send(
            HTTPRequest(
                "POST", requester.cloud.graph.appending(path: "v1.0/$batch"),
                headers: ["Content-Type": "application/json", "Accept": "application/json"],
                body: try body(parts)), units: parts.map(\.units).reduce(0, +), bucket: bucket)
        var outcomes: [Outcome] = Array(repeating: .again, count: parts.count)
        var answered: Set<Int> = []
        var hold = 0.0
        guard let responses = BatchResponses(answer.body) else {
            throw GraphFailure(kind: .unreadable, reason: "the answer to a batch is no JSON of that kind")
        }
        for response in responses.all {
            guard let place = Int(response.id), parts.indices.contains(place) else { continue }
            answered.insert(place)
            parts[place].attempts += 1
            outcomes[place] = outcome(response, &parts[place], answer, hold: &hold)
        }
        for place in parts.indices where !answered.contains(place) {
            parts[place].attempts += 1
            if parts[place].attempts >= GraphRequester.faultLimit {
                outcomes[place] = .failed(
                    GraphFailure(
                        kind: .gaveUp, attempts: parts[place].attempts, reason: "a batch leaves it unanswered"
                    ))
            }
        }
        if hold > 0 { await requester.throttle.hold(bucket, seconds: hold) }
        return outcomes
    }

    private func outcome(
        _ response: BatchResponses.Response, _ part: inout Part, _ answer: GraphAnswer, hold: inout Double
    ) -> Outcome {
        let message = HTTPResponse(status: response.status, headers: response.headers, body: response.body)
        let requestId = message.requestId ?? answer.requestId
        switch response.status {
        case 200..<300 where GraphBody(response.body) == nil:
            guard part.attempts - part.throttled >= GraphRequester.faultLimit else { return .again }
            return .failed(
                GraphFailure(
                    kind: .unreadable, status: response.status, requestId: requestId, attempts: part.attempts,
                    reason: "the answer is no whole JSON object"))
        case 200..<300:
            return .answered(
                GraphAnswer(
                    status: response.status, body: response.body, requestId: requestId,
                    attempts: part.attempts, at: answer.at))
        case 401, 408, 424, 429, 500..<600:
            // Each has its own count; the whole batch waits for the longest.
            if response.status == 429 { part.throttled += 1 }
            var backoff = Backoff(clock: requester.clock)
            for _ in 1..<max(1, part.attempts) { _ = backoff.next() }
            hold = max(hold, backoff.next(atLeast: message.retryAfter))
            let isOver =
                part.throttled >= GraphRequester.throttleLimit
                || part.attempts - part.throttled >= GraphRequester.faultLimit
            guard isOver else { return .again }
            return .failed(
                GraphFailure(
                    kind: .gaveUp, status: response.status, code: GraphBody(response.body)?.errorCode,
                    requestId: requestId, attempts: part.attempts, reason: "the server fails"))
        default: return .failed(GraphRequester.failure(message, attempts: part.attempts))
        }
    }

    private func body(_ parts: [Part]) throws -> Data {
        let root = requester.cloud.graph.absoluteString + "/v1.0"
        let requests = try parts.enumerated().map { place, part -> [String: Any] in
            guard requester.cloud.holds(part.url), part.url.absoluteString.hasPrefix(root) else {
                throw GraphFailure(kind: .offHost, reason: "an address off the Graph host was refused")
            }
            var request: [String: Any] = [
                "id": String(place), "method": "GET",
                "url": String(part.url.absoluteString.dropFirst(root.count)),
            ]
            if part.isAdvanced { request["headers"] = ["ConsistencyLevel": "eventual"] }
            return request
        }
        return try JSONSerialization.data(withJSONObject: ["requests": requests], options: [.sortedKeys])
    }
}

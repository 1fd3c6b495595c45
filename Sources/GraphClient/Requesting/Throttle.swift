import Model

/// Paces requests below the documented limits, and holds them back as long as the server says (GRAPH.md 1, Limits).
actor Throttle {
    /// Which limit a request counts against.
    enum Bucket: Sendable, Hashable {
        /// Users, groups, service principals: resource units per 10 seconds, by the size of the tenant.
        case directory
        /// Audit logs: requests per 10 seconds.
        case reports
        /// Entitlement management, access reviews, roles: no number is published.
        case governance
    }

    /// In units per 10 seconds.
    private static let reports = 5.0
    private static let governance = 400.0
    /// Of tenants with fewer than 50 users, with 50 to 500, with more.
    private static let directory = (small: 3500.0, medium: 5000.0, large: 8000.0)
    /// Of ten seconds' units so much may go at once, and so much evenly.
    private static let burstShare = 0.07
    private static let steadyShare = 0.9

    private struct State {
        /// Units per second.
        var rate: Double
        var burst: Double
        /// The moment at which all that was taken will have been earned.
        var earnedAt: Instant
        var blockedUntil: Instant

        init(limit: Double, now: Instant) {
            // One request of the slowest limit must fit.
            burst = max(1, limit * Throttle.burstShare)
            rate = min(limit * Throttle.steadyShare, max(1, limit - burst)) / 10
            earnedAt = now
            blockedUntil = now
        }
    }

    private let clock: PullClock
    private var states: [Bucket: State]

    init(clock: PullClock) {
        self.clock = clock
        let now = clock.now()
        states = [
            .directory: State(limit: Self.directory.small, now: now),
            .reports: State(limit: Self.reports, now: now),
            .governance: State(limit: Self.governance, now: now),
        ]
    }

    /// Sets the pace by the number of users.
    func learn(userCount: Int) {
        let limits = Self.directory
        let limit = userCount < 50 ? limits.small : userCount <= 500 ? limits.medium : limits.large
        change(.directory) { state in
            let wanted = State(limit: limit, now: state.earnedAt)
            (state.rate, state.burst) = (wanted.rate, wanted.burst)
        }
    }

    /// Waits until so many units may be taken, and takes them.
    func take(_ units: Int, of bucket: Bucket) async throws {
        let wait = reserve(Double(units), bucket)
        if wait > 0 { try await clock.sleep(wait) }
        // Meanwhile the server may have said to wait.
        while let block = states[bucket].map({ clock.now().seconds(to: $0.blockedUntil) }), block > 0 {
            try await clock.sleep(block)
        }
    }

    /// The server wants no requests for so many seconds.
    func hold(_ bucket: Bucket, seconds: Double) {
        let until = clock.now().adding(seconds: seconds)
        change(bucket) { $0.blockedUntil = max($0.blockedUntil, until) }
    }

    private func reserve(_ units: Double, _ bucket: Bucket) -> Double {
        let now = clock.now()
        var wait = 0.0
        change(bucket) { state in
            state.earnedAt = max(state.earnedAt, now).adding(seconds: units / state.rate)
            // More units than fit into a burst are earned before they are used.
            wait = now.seconds(to: state.earnedAt) - max(state.burst, units) / state.rate
        }
        return max(0, wait)
    }

    private func change(_ bucket: Bucket, _ body: (inout State) -> Void) {
        guard var state = states[bucket] else { return }
        body(&state)
        states[bucket] = state
    }
}

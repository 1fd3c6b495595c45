/// How long to wait before the next attempt: twice as long each time, with jitter, never less than the server says.
struct Backoff {
    private let clock: PullClock
    private(set) var attempts = 0
    /// In seconds.
    private static let longest = 60.0

    init(clock: PullClock) {
        self.clock = clock
    }

    /// Counts an attempt that failed.
    ///
    /// - Parameter retryAfter: seconds that the server says; rounded up, with a little jitter behind.
    mutating func next(atLeast retryAfter: Double? = nil) -> Double {
        attempts += 1
        if let retryAfter { return retryAfter.rounded(.up) + clock.random() * 0.25 }
        var wait = 1.0
        for _ in 1..<max(attempts, 1) where wait < Self.longest { wait *= 2 }
        wait = min(wait, Self.longest)
        return wait / 2 + wait / 2 * clock.random()
    }
}

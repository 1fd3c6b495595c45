/// What was used within the last ten seconds, against a limit (GRAPH.md 1).
struct LimitWindow {
    let limit: Int
    private var used: [(time: Double, units: Int)] = []
    private var sum = 0
    /// Units in the fullest ten seconds.
    private(set) var fullest = 0

    init(limit: Int) {
        self.limit = limit
    }

    /// - Returns: the seconds to wait when it does not fit.
    mutating func take(_ units: Int, now: Double) -> Double? {
        while let first = used.first, first.time <= now - 10 {
            sum -= first.units
            used.removeFirst()
        }
        guard sum + units <= limit else { return (used.first?.time ?? now) + 10 - now }
        used.append((now, units))
        sum += units
        fullest = max(fullest, sum)
        return nil
    }
}

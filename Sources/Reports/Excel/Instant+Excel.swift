import Model

extension Instant {
    /// Days since 1899-12-30, as Excel counts them, to the second; nil for what Excel has no date for: before March
    /// 1900 (its 1900 has a 29th of February) and after 9999.
    var excelDays: Double? {
        let seconds =
            ticks >= 0
            ? ticks / Instant.ticksPerSecond
            : -((Instant.ticksPerSecond - 1 - ticks) / Instant.ticksPerSecond)
        let days = Double(seconds) / 86_400 + 25_569
        return days >= 61 && days < 2_958_466 ? days : nil
    }
}

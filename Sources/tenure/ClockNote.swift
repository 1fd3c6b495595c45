import Model
import Store

/// Says when this machine's clock, or that of an import, cannot be right: "now" lies before what is already known.
enum ClockNote {
    /// Clocks of two machines differ.
    private static let tolerance = 300 * Instant.ticksPerSecond

    static func tell(_ snapshots: [Snapshot], now: Instant) {
        guard let imported = snapshots.map(\.importedAt).max(),
            let observed = snapshots.map(\.observedAt).max()
        else { return }
        if imported.ticks > now.ticks + tolerance {
            Console.note(
                "the clock says \(now), but there is an import of \(imported): this clock is wrong, or that one was"
            )
        }
        if observed.ticks > now.ticks + tolerance {
            Console.note(
                "the clock says \(now), but the newest snapshot was observed at \(observed): "
                    + "as of now it is not shown; --as-of \(observed) shows it")
        }
    }
}

import Foundation
import Model

enum Clock {
    /// The clock of the machine.
    static var now: Instant {
        Instant(ticks: Int64(Date().timeIntervalSince1970 * Double(Instant.ticksPerSecond)))
    }
}

extension Instant: CustomStringConvertible {
    /// `YYYY-MM-DDTHH:MM:SSZ`, the fraction cut off (ACCESS.md 1).
    public var description: String {
        String(unsafeUninitializedCapacity: Instant.textLength) { buffer in
            write(into: buffer)
            return Instant.textLength
        }
    }

    /// `YYYY-MM-DD`, the day in UTC.
    public var dayDescription: String {
        String(description.prefix(10))
    }

    /// How many bytes `description` has.
    public static let textLength = 20

    /// The bytes of `description`.
    public func write(into buffer: UnsafeMutableBufferPointer<UInt8>) {
        let seconds = ticks.flooredDivision(by: Instant.ticksPerSecond)
        let days = seconds.flooredDivision(by: 86_400)
        let ofDay = Int(seconds - days * 86_400)
        let date = CivilDate(daysSinceEpoch: days)
        func digits(_ value: Int, _ count: Int, at start: Int) {
            var rest = value
            for offset in stride(from: count - 1, through: 0, by: -1) {
                buffer[start + offset] = UInt8(48 + rest % 10)
                rest /= 10
            }
        }
        digits(max(0, date.year), 4, at: 0)
        buffer[4] = UInt8(ascii: "-")
        digits(date.month, 2, at: 5)
        buffer[7] = UInt8(ascii: "-")
        digits(date.day, 2, at: 8)
        buffer[10] = UInt8(ascii: "T")
        digits(ofDay / 3600, 2, at: 11)
        buffer[13] = UInt8(ascii: ":")
        digits(ofDay / 60 % 60, 2, at: 14)
        buffer[16] = UInt8(ascii: ":")
        digits(ofDay % 60, 2, at: 17)
        buffer[19] = UInt8(ascii: "Z")
    }
}

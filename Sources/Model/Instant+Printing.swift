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
        let year = max(0, date.year)
        func digits(_ value: Int, at start: Int) {
            buffer[start] = UInt8(48 + value / 10 % 10)
            buffer[start + 1] = UInt8(48 + value % 10)
        }
        digits(year / 100, at: 0)
        digits(year, at: 2)
        buffer[4] = UInt8(ascii: "-")
        digits(date.month, at: 5)
        buffer[7] = UInt8(ascii: "-")
        digits(date.day, at: 8)
        buffer[10] = UInt8(ascii: "T")
        digits(ofDay / 3600, at: 11)
        buffer[13] = UInt8(ascii: ":")
        digits(ofDay / 60 % 60, at: 14)
        buffer[16] = UInt8(ascii: ":")
        digits(ofDay % 60, at: 17)
        buffer[19] = UInt8(ascii: "Z")
    }
}

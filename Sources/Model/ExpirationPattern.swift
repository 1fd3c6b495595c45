/// What a schedule or a policy says about an end: Graph's `expirationPattern` (GRAPH.md 4), its sentinels
/// already taken out.
public struct ExpirationPattern: Hashable, Sendable {
    /// Only `noExpiration` decides anything: of the others the fields tell enough.
    public static let types = ["notSpecified", "noExpiration", "afterDateTime", "afterDuration"]

    /// True when the type is `noExpiration`, which wins over the fields.
    public let noExpiration: Bool
    public let endDateTime: Instant?
    public let duration: CalendarDuration?

    public init(noExpiration: Bool = false, endDateTime: Instant? = nil, duration: CalendarDuration? = nil) {
        self.noExpiration = noExpiration
        self.endDateTime = endDateTime
        self.duration = duration
    }

    /// Types compare without case (GRAPH.md 0, trap 7).
    public init(type: String?, endDateTime: Instant?, duration: String?) {
        self.init(
            noExpiration: type?.lowercased() == "noexpiration", endDateTime: endDateTime,
            duration: duration.flatMap(CalendarDuration.init))
    }

    /// Nothing was said: no schedule, `notSpecified`, or a type whose value is missing.
    public static let silent = ExpirationPattern()
}

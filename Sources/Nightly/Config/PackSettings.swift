public import Model
public import Reports
public import Resolution

/// What is written each night, and how.
public struct PackSettings: Sendable {
    /// One folder a night in here, and the link `latest`.
    public let folder: String
    public let orders: [ReportOrder]
    public let formats: [FormatName]
    public let selection: AccessSelection
    public let format: FormatOptions
    public let catalogue: Catalogue
    public let templates: Templates
    /// How long packs are kept; nil: for ever.
    public let kept: Retention?
}

/// Reports that are written together, with their parameters.
public struct ReportOrder: Sendable {
    /// nil: the pack, with its index.
    public let report: String?
    public let parameters: [String: String]
    /// Where a comparison begins.
    public let since: Since?
    /// nil: those of all.
    public let formats: [FormatName]?

    public enum Since: Sendable {
        case moment(Instant)
        /// So long before the run.
        case ago(CalendarDuration)

        func moment(before now: Instant) -> Instant {
            switch self {
            case .moment(let instant): instant
            case .ago(let duration):
                Instant(
                    ticks: now.subtracting(months: duration.months, days: duration.days).ticks
                        - duration.ticks)
            }
        }
    }

    /// As it is called in messages.
    var name: String { report ?? "pack" }
}

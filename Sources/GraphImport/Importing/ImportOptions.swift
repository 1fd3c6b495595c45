public import Archives
public import Model

/// What is to be imported and how it is to be read.
public struct ImportOptions: Sendable {
    public enum Completeness: Sendable {
        /// As the data tell it (ACCESS.md 6).
        case asTold
        /// A list without pages is complete, however much it closes.
        case complete
        /// Nothing is complete: nothing is closed.
        case partial
    }

    /// Files and folders.
    public var paths: [String]
    /// When the data were observed; nil: the time of the newest file.
    public var observedAt: Instant?
    public var completeness: Completeness
    /// Fields (`user.theme`) and types (`devices`) that are not imported, and of which nothing is to be said.
    public var ignored: Set<String>
    /// How much an archive may unpack to.
    public var unpacking: ArchiveLimits
    /// The clock.
    public var now: Instant
    /// Name and version of the program, for the record.
    public var tool: String

    public init(
        paths: [String], observedAt: Instant? = nil, completeness: Completeness = .asTold,
        ignored: Set<String> = [], unpacking: ArchiveLimits = ArchiveLimits(), now: Instant, tool: String
    ) {
        self.paths = paths
        self.observedAt = observedAt
        self.completeness = completeness
        self.ignored = ignored
        self.unpacking = unpacking
        self.now = now
        self.tool = tool
    }
}

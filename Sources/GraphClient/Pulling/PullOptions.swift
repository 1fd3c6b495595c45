public import Model

/// What is to be pulled, and where to.
public struct PullOptions: Sendable {
    /// The folder of the capture.
    public var folder: String
    /// Go on with the capture that is there.
    public var resume: Bool
    public var collections: [GraphCollection]
    /// What is known of collections, by path, where their changes are to be followed; nil: all is to be read.
    public var known: [String: KnownCollection]?
    /// Name and version of the program, for the record.
    public var tool: String

    public init(
        folder: String, resume: Bool = false, collections: [GraphCollection],
        known: [String: KnownCollection]? = nil, tool: String
    ) {
        self.known = known
        self.folder = folder
        self.resume = resume
        self.collections = collections
        self.tool = tool
    }
}

/// What a pull did.
public struct PullSummary: Sendable {
    public struct Collection: Sendable {
        /// As in `tenure permissions`.
        public let path: String
        public let wanted: Int
        public let complete: Int
        public let items: Int
        public let lacks: String?
        /// What else is to be said of how it was read.
        public let note: String?
        /// Request paths of objects that went between being listed and being read.
        public let gone: [String]
        /// Request paths with what failed.
        public let incomplete: [(path: String, reason: String)]
    }

    public let observedAt: Instant
    public let collections: [Collection]
    /// Pages that were got, and those that an earlier run had got.
    public let pageCount: Int
    public let keptCount: Int

    public var itemCount: Int { collections.map(\.items).reduce(0, +) }
    public var isComplete: Bool { collections.allSatisfy { $0.incomplete.isEmpty } }
}

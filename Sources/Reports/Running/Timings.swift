/// How long the stages of a report took, in seconds of processor time. Loading goes on beside the others.
public struct Timings: Sendable {
    /// Reading the database, with what queries ask of it.
    public var loading = 0.0
    /// From edges to grants, in memory.
    public var resolving = 0.0
    /// From grants to files. Pages are read beside that, which is not counted.
    public var writing = 0.0

    public static func + (left: Timings, right: Timings) -> Timings {
        Timings(
            loading: left.loading + right.loading, resolving: left.resolving + right.resolving,
            writing: left.writing + right.writing)
    }

    public init(loading: Double = 0, resolving: Double = 0, writing: Double = 0) {
        self.loading = loading
        self.resolving = resolving
        self.writing = writing
    }
}

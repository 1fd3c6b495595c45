/// The list that a report is written for, one set of files each.
public struct Each: Sendable, Equatable {
    /// The parameter that takes each value; its reader says one of them, or `all`.
    public let parameter: String
    /// Gives `id`, which becomes the parameter's value, and `name`, for people, in order.
    public let sql: String
    /// The report that is written beside them when all are written: what was written for whom. It may read the
    /// temporary table `writtenFiles` (`report`, `id`, `file`).
    public let summary: String?

    /// What stands for the whole list.
    public static let all = "all"

    public init(parameter: String, sql: String, summary: String? = nil) {
        self.parameter = parameter
        self.sql = sql
        self.summary = summary
    }
}

public import Model

/// What `tenure run` is told by its file: where data come from, what is written where, what is kept.
///
/// `init(path:environment:)` reads it. Paths in the file are relative to its folder; here they are as the program can open them.
public struct NightlyConfig: Sendable {
    /// The file itself.
    public let path: String
    public let database: String
    /// In the order in which they are taken.
    public let sources: [Source]
    public let packs: PackSettings
    /// Entities that may be incomplete: known gaps, which are said, but are no reason for exit code 3.
    public let accepted: Set<String>
    public let hooks: [Hook]
    /// How long captures are kept; nil: for ever.
    public let keptCaptures: Retention?
    /// The file for node_exporter's textfile collector.
    public let metrics: String?

    public enum Source: Sendable {
        case pull(PullSource)
        case `import`(ImportSource)
    }

    /// Held while a run works on the database.
    var lock: String { database + ".run-lock" }

    /// What tells this file's runs from others in metrics.
    var name: String {
        let file = path.split(separator: "/").last ?? ""
        return file.hasSuffix(".yaml") ? String(file.dropLast(5)) : String(file)
    }
}

/// How much is kept of what is made each night.
public enum Retention: Sendable, Equatable {
    /// So many, the newest.
    case newest(Int)
    /// What is younger than that; the newest in any case.
    case last(CalendarDuration)
}

/// A program that is run for each pack.
public struct Hook: Sendable {
    /// `{folder}` in an argument stands for the pack's folder. No shell reads it.
    public let command: [String]
    /// In seconds.
    public let timeout: Double
}

public import Model
public import Store

/// What an import did.
public struct ImportSummary: Sendable {
    public let snapshot: Int
    public let observedAt: Instant
    /// How the moment was found out, in words.
    public let observedBy: String
    public let counts: [ImportedCounts]
    public let remarks: [Remark]
    /// How many remarks on fields and types that are not imported were ignored, as was wished.
    public let ignoredCount: Int
    public let fileCount: Int
    /// How many of the files were known from before, and not read again.
    public let knownFileCount: Int
    /// How many objects were closed because a complete collection no longer holds them.
    public let closedCount: Int

    /// Whether everything was taken and every collection was whole.
    public var isComplete: Bool {
        !remarks.contains { $0.kind == .refused || $0.kind == .incomplete }
    }

    public var itemCount: Int { counts.map(\.items).reduce(0, +) }
}

/// Why an import did not take place, worded in one place.
public enum ImportError: Error, Equatable, CustomStringConvertible {
    case noSuchPath(String)
    case noFiles(String)
    /// An archive is no longer what it was when it was looked through.
    case archive(String, reason: String)
    case future(Instant, String, now: Instant)
    case nothingKnown(String)
    case onlyOlderState(observed: Instant, newest: Instant)

    public var description: String {
        switch self {
        case .noSuchPath(let path): "\(path): no such file or folder"
        case .noFiles(let path): "\(path): holds no files"
        case .archive(let path, let reason): "\(path): \(reason); nothing was imported"
        case .future(let moment, let source, let now):
            "\(moment) (\(source)) lies in the future, this machine's clock says \(now): nothing can have been "
                + "observed then; set the clock, or say the moment with --observed-at"
        case .nothingKnown(let reasons):
            "nothing in there is an export that tenure knows; nothing was imported\(reasons)"
        case .onlyOlderState(let observed, let newest):
            "these files were observed at \(observed), before the newest snapshot of \(newest), and hold no "
                + "events; state of an earlier moment cannot be added: import it into a database of its own"
        }
    }
}

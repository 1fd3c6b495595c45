/// What can go wrong with the database, worded in one place.
public enum StoreError: Error, Equatable, CustomStringConvertible {
    case missing(path: String)
    case notADatabase(path: String)
    case cannotCreate(path: String, reason: String)
    case foreign(path: String)
    case newer(path: String, found: Int, known: Int)
    case older(path: String, found: Int, known: Int)
    case damaged(path: String, what: String)
    case altered(path: String)
    case full(path: String)
    case failing(path: String, reason: String)
    case cannotOpen(path: String, reason: String)
    case unfinished(path: String)
    case locked(path: String, holder: String)
    case empty(path: String)
    case beforeFirst(asked: String, first: String)
    case forgotten(asked: String, begins: String, prunedAt: String)
    case nothingToPrune(before: String)
    case otherTenant(known: String, found: String)
    case sql(String)

    public var description: String {
        switch self {
        case .missing(let path):
            "\(path): no database there; make one with `tenure import FOLDER --db \(path)`"
        case .notADatabase(let path):
            "\(path): not a tenure database; name another file with --db"
        case .cannotCreate(let path, let reason):
            "\(path): cannot be written: \(reason)"
        case .foreign(let path):
            "\(path): an SQLite database of another program; name another file with --db"
        case .newer(let path, let found, let known):
            "\(path): written by a newer tenure (schema \(found), this one knows \(known)); "
                + "use that version or a newer one"
        case .older(let path, let found, let known):
            "\(path): written by an older tenure (schema \(found), this one works on \(known)); the next import "
                + "brings it up to date and keeps a copy beside it, `tenure migrate --db \(path)` does so now"
        case .damaged(let path, let what):
            "\(path): the database is damaged (\(what)); go back to a copy, or import its sources anew"
        case .altered(let path):
            "\(path): damaged, or changed by another program: its pages are not as tenure left them; go back to a "
                + "copy, or, if you changed it yourself, `tenure status --accept --db \(path)` takes it as it is"
        case .full(let path):
            "\(path): no space is left on its disk, or on that of temporary files (TMPDIR); "
                + "the database is as it was: make room and run this again"
        case .failing(let path, let reason):
            "\(path): the disk failed (\(reason)); the database is as it was: look at the disk and run this again"
        case .cannotOpen(let path, let reason):
            "\(path): \(reason); see who may read and write it and its folder"
        case .unfinished(let path):
            "\(path): an import was cut off, and its log beside the file can only be read by one who may write there: "
                + "run `tenure status --db \(path)` as one who may"
        case .locked(let path, let holder):
            "\(path): in use by \(holder); try again when it is done"
        case .empty(let path):
            "\(path): holds no snapshot yet; run `tenure import FOLDER --db \(path)` first"
        case .beforeFirst(let asked, let first):
            "nothing is known of \(asked): the first snapshot was observed at \(first); ask for a later moment"
        case .forgotten(let asked, let begins, let prunedAt):
            "nothing is known of \(asked) any more: history begins at \(begins), it was pruned on \(prunedAt); "
                + "ask for a later moment"
        case .nothingToPrune(let moment):
            "there is no snapshot from \(moment) or before: nothing is older"
        case .otherTenant(let known, let found):
            "these files are of organization \(found), the database is of \(known); "
                + "one database holds one tenant: name another file with --db"
        case .sql(let message):
            "the database said: \(message)"
        }
    }
}

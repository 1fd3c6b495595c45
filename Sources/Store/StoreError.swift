/// What can go wrong with the database, worded in one place.
public enum StoreError: Error, Equatable, CustomStringConvertible {
    case missing(path: String)
    case notADatabase(path: String)
    case cannotCreate(path: String, reason: String)
    case foreign(path: String)
    case newer(path: String, found: Int, known: Int)
    case damaged(path: String, what: String)
    case locked(path: String, holder: String)
    case empty(path: String)
    case beforeFirst(asked: String, first: String)
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
        case .damaged(let path, let what):
            "\(path): the database is damaged (\(what)); go back to a copy, or import its sources anew"
        case .locked(let path, let holder):
            "\(path): in use by \(holder); try again when it is done"
        case .empty(let path):
            "\(path): holds no snapshot yet; run `tenure import FOLDER --db \(path)` first"
        case .beforeFirst(let asked, let first):
            "nothing is known of \(asked): the first snapshot was observed at \(first); ask for a later moment"
        case .otherTenant(let known, let found):
            "these files are of organization \(found), the database is of \(known); "
                + "one database holds one tenant: name another file with --db"
        case .sql(let message):
            "the database said: \(message)"
        }
    }
}

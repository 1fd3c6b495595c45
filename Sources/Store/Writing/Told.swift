import GRDB

/// Who tells a name, a UPN or a kind of a directory object besides the object itself.
///
/// The first four are edges, whose names count where neither the user nor the subject has one (ACCESS.md 5).
public enum ToldSource: Int64, Sendable, CaseIterable {
    case member = 1
    case owner
    case appRoleAssignment
    case roleAssignment
    case manager
    case sponsor
    case subject
    case requestor
    case reviewer
    case decision
    case audit

    public var isEdge: Bool { rawValue <= ToldSource.roleAssignment.rawValue }
}

/// Keeps what was told, a new version only where it changed. Nothing of it ends: it is the last word known.
final class ToldWriter {
    private let find: Statement
    private let insert: Statement
    private let remove: Statement
    private let snapshot: Int64
    /// An import of older files only fills what nobody told.
    private let isOlder: Bool
    /// What this import already told, to spare the look-up; bounded.
    private var recent: [Key: Told] = [:]

    private struct Key: Hashable {
        let key: Int64
        let source: Int64
    }

    private struct Told: Equatable {
        var kind: String?
        var displayName: String?
        var userPrincipalName: String?

        var size: Int { (displayName?.utf8.count ?? 0) + (userPrincipalName?.utf8.count ?? 0) }

        func filled(by other: Told?) -> Told {
            Told(
                kind: kind ?? other?.kind, displayName: displayName ?? other?.displayName,
                userPrincipalName: userPrincipalName ?? other?.userPrincipalName)
        }
    }

    init(_ database: Database, snapshot: Int64, isOlder: Bool) throws {
        self.snapshot = snapshot
        self.isOlder = isOlder
        find = try Statement(
            database,
            "SELECT kind, displayName, userPrincipalName FROM told WHERE key = ? AND source = ? "
                + "AND since < ? ORDER BY since DESC LIMIT 1")
        insert = try Statement(database, "INSERT OR REPLACE INTO told VALUES (?, ?, ?, ?, ?, ?)")
        remove = try Statement(database, "DELETE FROM told WHERE key = ? AND source = ? AND since = ?")
    }

    func record(
        _ source: ToldSource, key: Int64, kind: String?, displayName: String?, userPrincipalName: String?
    ) throws {
        guard kind != nil || displayName != nil || userPrincipalName != nil else { return }
        let place = Key(key: key, source: source.rawValue)
        let known = try recent[place] ?? latest(place, before: snapshot + 1)
        let said = Told(kind: kind, displayName: displayName, userPrincipalName: userPrincipalName)
        let merged = isOlder ? known?.filled(by: said) ?? said : said.filled(by: known)
        if recent.count > 200_000 { recent.removeAll(keepingCapacity: true) }
        // Names of any length come from outside; only usual ones are kept.
        if merged.size < 256 { recent[place] = merged } else { recent[place] = nil }
        guard merged != known else { return }
        if merged == (try latest(place, before: snapshot)) {
            // Told otherwise by an earlier file of this import: nothing has changed after all.
            bind(remove, place, snapshot)
            try remove.run()
        } else {
            bind(insert, place, snapshot)
            insert.bind(4, merged.kind)
            insert.bind(5, merged.displayName)
            insert.bind(6, merged.userPrincipalName)
            try insert.run()
        }
    }

    private func bind(_ statement: Statement, _ place: Key, _ snapshot: Int64) {
        statement.bind(1, place.key)
        statement.bind(2, place.source)
        statement.bind(3, snapshot)
    }

    private func latest(_ place: Key, before snapshot: Int64) throws -> Told? {
        bind(find, place, snapshot)
        defer { find.reset() }
        guard try find.step() else { return nil }
        return Told(kind: find.text(0), displayName: find.text(1), userPrincipalName: find.text(2))
    }
}

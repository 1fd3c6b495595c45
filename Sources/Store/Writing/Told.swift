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
    private let snapshot: Int64
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
    }

    init(_ database: Database, snapshot: Int64) throws {
        self.snapshot = snapshot
        find = try Statement(
            database,
            "SELECT kind, displayName, userPrincipalName FROM told WHERE key = ? AND source = ? "
                + "ORDER BY since DESC LIMIT 1")
        insert = try Statement(database, "INSERT OR REPLACE INTO told VALUES (?, ?, ?, ?, ?, ?)")
    }

    func record(
        _ source: ToldSource, key: Int64, kind: String?, displayName: String?, userPrincipalName: String?
    ) throws {
        guard kind != nil || displayName != nil || userPrincipalName != nil else { return }
        let place = Key(key: key, source: source.rawValue)
        let known = try recent[place] ?? latest(place)
        let merged = Told(
            kind: kind ?? known?.kind, displayName: displayName ?? known?.displayName,
            userPrincipalName: userPrincipalName ?? known?.userPrincipalName)
        if recent.count > 200_000 { recent.removeAll(keepingCapacity: true) }
        recent[place] = merged
        guard merged != known else { return }
        insert.bind(1, key)
        insert.bind(2, source.rawValue)
        insert.bind(3, snapshot)
        insert.bind(4, merged.kind)
        insert.bind(5, merged.displayName)
        insert.bind(6, merged.userPrincipalName)
        try insert.run()
    }

    private func latest(_ place: Key) throws -> Told? {
        find.bind(1, place.key)
        find.bind(2, place.source)
        defer { find.reset() }
        guard try find.step() else { return nil }
        return Told(kind: find.text(0), displayName: find.text(1), userPrincipalName: find.text(2))
    }
}

import GRDB

/// Keeps what was told, a new version only where it changed. Nothing of it ends: it is the last word known.
final class ToldWriter {
    private let statements: ToldStatements
    private let snapshot: SnapshotNumber
    /// An import of older files only fills what nobody told.
    private let isOlder: Bool
    @exclusivity(unchecked) private var last = LastTold()
    /// Who told an object twice in this import, and differently.
    private(set) var contested: Set<Int64> = []
    /// Of whom this import told something new.
    private var changed: Set<ToldPlace> = []
    private var changedIds: Set<PackedId> = []
    /// How often that was.
    private(set) var news = 0
    /// Of whom known pages tell, by source.
    private var recalled = [KeyBits](repeating: KeyBits(), count: 256)

    init(_ database: Database, snapshot: SnapshotNumber, isOlder: Bool) throws {
        self.snapshot = snapshot
        self.isOlder = isOlder
        statements = try ToldStatements(database)
    }

    /// - Returns: whether it changed what is known.
    @discardableResult
    func record(_ source: ToldSource, key: Int64, id: PackedId, _ told: Told) throws -> Bool {
        guard !told.isEmpty else { return false }
        let place = ToldPlace(key, source)
        let before = last.set(place, to: told.print)
        if before == .told(print: told.print) { return false }
        if before == .nothing, snapshot.isFirst {
            try statements.insertNew(place, snapshot.number, told)
            return true
        }
        // Mostly it says what is known.
        if try statements.says(told, place, snapshot.number) { return false }
        let isNew = try merge(place, KeptTold(told))
        if isNew {
            news += 1
            if !snapshot.isFirst {
                changed.insert(place)
                changedIds.insert(id)
            }
            if before != .nothing || recalled[Int(source.rawValue)].contains(key) {
                contested.insert(source.rawValue)
            }
        }
        return isNew
    }

    func hasChanged(_ source: ToldSource, keys: [Int64]) -> Bool {
        !changed.isEmpty && keys.contains { changed.contains(ToldPlace($0, source)) }
    }

    func hasChanged(_ id: PackedId) -> Bool { changedIds.contains(id) }

    func recall(_ source: ToldSource, keys: [Int64]) {
        recalled[Int(source.rawValue)].insert(keys)
        if hasChanged(source, keys: keys) { contested.insert(source.rawValue) }
    }

    /// Writes what waits for more of its kind, before the texts that were given end.
    func flush() throws { try statements.flush() }

    private func merge(_ place: ToldPlace, _ said: KeptTold) throws -> Bool {
        let known = try statements.latest(place, before: snapshot.number + 1)
        let merged = isOlder ? known?.filled(by: said) ?? said : said.filled(by: known)
        guard merged != known else { return false }
        if merged == (try statements.latest(place, before: snapshot.number)) {
            // Told otherwise by an earlier file of this import: nothing has changed after all.
            try statements.remove(place, snapshot.number)
        } else {
            try statements.insert(place, snapshot.number, merged)
        }
        return true
    }
}

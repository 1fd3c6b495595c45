import GRDB

/// The collections that the snapshot before read completely, and which of them this one read completely, too. Mostly
/// it is all of them: then one statement makes their intervals go on.
final class CompleteReadings {
    private let database: Database
    private let snapshot: SnapshotNumber
    /// Parents by entity.
    private var before: [String: KeyBits] = [:]
    private var goingOn: [String: KeyBits] = [:]
    private var counts = (before: 0, goingOn: 0)

    init(_ database: Database, snapshot: SnapshotNumber) throws {
        self.database = database
        self.snapshot = snapshot
        guard let previous = snapshot.previous else { return }
        let list = try Statement(
            database, "SELECT entity, parent FROM reading WHERE last = ? AND complete = 1")
        list.bind(1, previous)
        while try list.step() {
            guard let entity = list.text(0), let parent = list.integer(1) else { continue }
            if before[entity, default: KeyBits()].insert(parent) { counts.before += 1 }
        }
    }

    /// - Returns: false when the snapshot before did not read the collection, or not completely.
    func goOn(entity: String, parent: Int64) -> Bool {
        guard before[entity]?.contains(parent) ?? false else { return false }
        if goingOn[entity, default: KeyBits()].insert(parent) { counts.goingOn += 1 }
        return true
    }

    /// Writes down which went on. To be called once.
    func write() throws {
        guard let previous = snapshot.previous, counts.goingOn > 0 else { return }
        let isMost = 2 * counts.goingOn > counts.before
        if isMost {
            let all = try Statement(
                database, "UPDATE reading SET last = ?1 WHERE last = ?2 AND complete = 1")
            all.bind(1, snapshot.number)
            all.bind(2, previous)
            try all.run()
        }
        let one = try Statement(
            database,
            "UPDATE reading SET last = ?1 WHERE entity = ?3 AND parent = ?4 AND last = ?2 AND complete = 1")
        one.bind(1, isMost ? previous : snapshot.number)
        one.bind(2, isMost ? snapshot.number : previous)
        for (entity, parents) in before.sorted(by: { $0.key < $1.key }) {
            let goingOn = goingOn[entity, default: KeyBits()]
            one.bind(3, entity)
            for parent in (isMost ? parents.subtracting(goingOn) : goingOn).keys {
                one.bind(4, parent)
                try one.run()
            }
        }
    }
}

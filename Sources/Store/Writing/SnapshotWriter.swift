import GRDB
public import Model

/// Writes one import into the history, inside one transaction: it counts wholly or not at all.
public final class SnapshotWriter {
    public let idents: Idents
    let database: Database
    let snapshot: SnapshotNumber
    private var writers: [String: TableWriter] = [:]
    private var tables: [TableWriter] = []
    private var closers: [String: CloseUnseen] = [:]
    var seen = SeenKeys()
    private let intervals: Intervals
    let toldWriter: ToldWriter
    let originWriter: OriginWriter
    private let laterIndexes: LaterIndexes
    let mentions: BulkInsert
    private var remarkCount = 0

    /// - Parameter observedBy: how the moment was found out, for the record.
    public init(
        _ connection: Connection, observedAt: Instant, observedBy: String, importedAt: Instant,
        eventsOnly: Bool, tool: String
    ) throws {
        let database = connection.database
        self.database = database
        laterIndexes = try LaterIndexes(database)
        snapshot = try SnapshotNumber(database, observedAt: observedAt)
        idents = try Idents(database)
        intervals = try Intervals(database, snapshot: snapshot)
        toldWriter = try ToldWriter(database, snapshot: snapshot, isOlder: eventsOnly)
        originWriter = try OriginWriter(database, snapshot: snapshot)
        mentions = try BulkInsert(
            database, into: "auditMention", columns: ["named", "key", "since"], onConflict: .ignore)
        let insert = try Statement(database, "INSERT INTO snapshot VALUES (?, ?, ?, ?, ?, ?)")
        insert.bind(1, snapshot.number)
        insert.bind(2, observedAt.ticks)
        insert.bind(3, observedBy)
        insert.bind(4, importedAt.ticks)
        insert.bind(5, eventsOnly ? 1 : 0)
        insert.bind(6, tool)
        try insert.run()
    }

    public var number: Int64 { snapshot.number }

    /// Writes what waits for more of its kind. To be called before the texts that were given end.
    public func flush() throws {
        try idents.flush()
        try mentions.flush()
        try toldWriter.flush()
        for table in tables { try table.flush() }
    }

    /// To be called once all is recorded.
    public func finish() throws {
        try flush()
        try intervals.finish()
        try laterIndexes.make(database)
    }

    /// Records what a file says of an object.
    ///
    /// - Parameters:
    ///   - parent: the key of the parent, for child tables.
    ///   - values: in the order of the shape's columns; nil where the file does not say it.
    ///   - collection: a number for the collection it was read in, to close what that no longer holds.
    /// - Returns: whether that made a new version.
    @discardableResult
    public func record(
        _ shape: TableShape, parent: Int64?, key: Int64, values: [StoredValue?], collection: Int64
    ) throws -> Bool {
        let isNew = try table(shape).record(parent: parent, key: key, values: values)
        see(shape, key, collection)
        return isNew
    }

    /// As above, with the cells of a row; those that are ids are given as their numbers.
    @discardableResult
    public func record(
        _ table: TableWriter, parent: Int64?, key: Int64, cells: UnsafeBufferPointer<Cell>, collection: Int64
    ) throws -> Bool {
        let isNew = try table.record(parent: parent, key: key, cells: cells)
        see(table.shape, key, collection)
        return isNew
    }

    /// With nothing before it, nothing can be closed or sighted again.
    private func see(_ shape: TableShape, _ key: Int64, _ collection: Int64) {
        if shape.kind == .state, !snapshot.isFirst { seen.add(key, to: collection) }
    }

    /// Records what an edge or a reference tells of a directory object.
    public func told(_ source: ToldSource, key: Int64, id: CellId, _ told: Told) throws {
        try toldWriter.record(source, key: key, id: id.packed, told)
    }

    /// Records that a collection was read, and whether completely.
    public func read(entity: String, parent: Int64?, complete: Bool) throws {
        try intervals.extendReading(entity: entity, parent: parent ?? 0, complete: complete)
    }

    /// Records that a collection was read completely once more.
    ///
    /// - Returns: false when the snapshot before did not read it, or not completely; then nothing is recorded.
    public func readAgain(entity: String, parent: Int64?) -> Bool {
        intervals.continueReading(entity: entity, parent: parent ?? 0)
    }

    public func readField(entity: String, field: String) throws {
        try intervals.extendField(entity: entity, field: field)
    }

    /// Closes what a complete collection no longer holds.
    ///
    /// - Parameter mostly: true to refuse closing more than a fifth (and more than ten) of what was there.
    /// - Returns: nil when that was refused, and nothing was closed.
    public func closeUnseen(
        _ shape: TableShape, parent: Int64?, collection: Int64, mostly: Bool
    ) throws -> Int? {
        guard !snapshot.isFirst, shape.kind == .state else { return 0 }
        let name = shape.name + (parent == nil ? "" : "/")
        let closer =
            try closers[name] ?? CloseUnseen(database, shape, ofParent: parent != nil, snapshot: number)
        closers[name] = closer
        return try closer.run(parent: parent, seen: seen.keys(in: collection), mostly: mostly)
    }

    /// Keeps which objects a partial collection showed, since its reading says nothing of the others.
    public func sight(_ shape: TableShape, entity: String, parent: Int64?, collection: Int64) throws {
        guard !snapshot.isFirst, shape.kind == .state else { return }
        for key in seen.keys(in: collection) {
            try intervals.extendSighting(
                entity: entity, parent: shape.isChild ? parent ?? 0 : 0, key: Int64(key))
        }
    }

    /// Takes the child collections of what is closed along (ACCESS.md 6), also what this import still showed of
    /// them: such a row begins and ends with this snapshot.
    ///
    /// - Returns: how many rows were closed.
    public func closeChildren(of parent: TableShape, in child: TableShape) throws -> Int {
        guard !snapshot.isFirst, let column = child.parentColumn else { return 0 }
        let update = try Statement(
            database,
            """
            UPDATE \(child.name) SET until = ?1 WHERE until IS NULL AND \(column) IN
            (SELECT p.key FROM \(parent.name) p WHERE p.until = ?1 AND NOT EXISTS
            (SELECT 1 FROM \(parent.name) q WHERE q.key = p.key AND q.until IS NULL))
            """)
        update.bind(1, number)
        try update.run()
        return update.changes
    }

    public func remark(_ remark: Remark) throws {
        remarkCount += 1
        let insert = try Statement(database, "INSERT INTO remark VALUES (?, ?, ?, ?, ?)")
        insert.bind(1, number)
        insert.bind(2, Int64(remarkCount))
        insert.bind(3, remark.kind.rawValue)
        insert.bind(4, remark.place)
        insert.bind(5, remark.reason)
        try insert.run()
    }

    public func count(_ counts: ImportedCounts) throws {
        let insert = try Statement(database, "INSERT INTO imported VALUES (?, ?, ?, ?, ?, ?, ?)")
        insert.bind(1, number)
        insert.bind(2, counts.entity)
        for (index, value) in [
            counts.collections, counts.incomplete, counts.files, counts.items, counts.skipped,
        ].enumerated() {
            insert.bind(Int32(index) + 3, Int64(value))
        }
        try insert.run()
    }

    /// The writer of a table, to be kept where many rows are recorded.
    public func table(_ shape: TableShape) throws -> TableWriter {
        if let writer = writers[shape.name] { return writer }
        let writer = try TableWriter(database, shape: shape, snapshot: snapshot)
        writers[shape.name] = writer
        tables.append(writer)
        return writer
    }
}

import Store

/// Reads the rows that `ItemReader` wrote and records them.
final class RowRecorder {
    private let writer: SnapshotWriter
    private let rowPrint: RowPrint
    @exclusivity(unchecked) private var tables: [TableWriter?]
    private var besideTables: [TableWriter?]
    private let cells = UnsafeMutableBufferPointer<Cell>.allocate(capacity: RowRecorder.widest)
    private static let widest = EntityPlan.all.map { max($0.fields.count, $0.besideFields.count) }.max() ?? 0

    init(writer: SnapshotWriter, rowPrint: RowPrint) {
        self.writer = writer
        self.rowPrint = rowPrint
        tables = Array(repeating: nil, count: EntityPlan.all.count)
        besideTables = tables
    }

    deinit { cells.deallocate() }

    /// Of whom something was told besides, by source, since the last time.
    @exclusivity(unchecked) private var toldKeys: [[Int64]] = Array(repeating: [], count: 256)

    func takeTold() -> [ToldSource: [Int64]] {
        var told: [ToldSource: [Int64]] = [:]
        for source in ToldSource.allCases where !toldKeys[Int(source.rawValue)].isEmpty {
            told[source] = toldKeys[Int(source.rawValue)]
            toldKeys[Int(source.rawValue)] = []
        }
        return told
    }

    /// What was recorded.
    struct Row {
        let key: Int64
        /// Of the object; 0 where nothing is to be said of it.
        let line: Int
        /// The place of the essential field that the object does not fill, if there is one.
        let lacking: Int?
        /// Whether the object names another parent than the collection it was found in.
        let isElsewhere: Bool
        /// Whether that made a new version.
        let isNew: Bool
    }

    /// Records a row and what it tells besides; the lists within remain to be read.
    ///
    /// - Parameter parents: what the collection hangs on, from the outside in, as context or folder tell it.
    func record(
        _ plan: EntityPlan, parents: [Int64], collection: Int64, _ cursor: inout RowCursor
    ) throws -> Row {
        let line = cursor.count()
        guard let id = cursor.optionalId() else { preconditionFailure("a row begins with its id") }
        let key = try writer.idents.key(id)
        for place in plan.fields.indices {
            cells.initializeElement(at: place, to: try cell(place, plan, parents, &cursor))
        }
        let row = UnsafeBufferPointer(rebasing: cells[..<plan.fields.count])
        let isElsewhere = isElsewhere(plan, row, parents)
        let lacking = line > 0 ? try self.lacking(plan, row, key: key) : nil
        let isNew = try writer.record(
            table(plan), parent: plan.shape.isChild ? parents.last : nil, key: key, cells: row,
            collection: collection)
        try recordTold(&cursor)
        try recordBeside(plan, key: key, &cursor)
        try recordMentions(of: key, isNew: isNew, &cursor)
        return Row(key: key, line: line, lacking: lacking, isElsewhere: isElsewhere, isNew: isNew)
    }

    /// Records some columns of a user; the others are not said.
    ///
    /// - Returns: whether that made a new version.
    func recordUser(_ key: Int64, _ values: [String: StoredValue], _ collection: Int64) throws -> Bool {
        let shape = Entity.user.shape
        return try writer.record(
            shape, parent: nil, key: key, values: shape.columns.map { values[$0] }, collection: collection)
    }

    /// The cell of a field, with what the folder says where the body does not.
    private func cell(
        _ place: Int, _ plan: EntityPlan, _ parents: [Int64], _ cursor: inout RowCursor
    ) throws -> Cell {
        switch cursor.cell() {
        case .id(let id): return .integer(try writer.idents.key(id))
        case .absent: return parent(place, plan, parents) ?? .absent
        case .null: return parent(place, plan, parents) ?? .null
        case let cell: return cell
        }
    }

    private func parent(_ place: Int, _ plan: EntityPlan, _ parents: [Int64]) -> Cell? {
        if place == plan.parentColumn { return parents.last.map(Cell.integer) }
        if place == plan.outerColumn, parents.count > 1 { return parents.first.map(Cell.integer) }
        return nil
    }

    private func isElsewhere(
        _ plan: EntityPlan, _ row: UnsafeBufferPointer<Cell>, _ parents: [Int64]
    ) -> Bool {
        guard let place = plan.parentColumn, let parent = parents.last, case .integer(let named) = row[place]
        else { return false }
        return named != parent
    }

    /// The first essential column that is empty, now and before.
    private func lacking(_ plan: EntityPlan, _ row: UnsafeBufferPointer<Cell>, key: Int64) throws -> Int? {
        try plan.essential.first { place in
            switch row[place] {
            case .null: true
            // An absent value may be known from before.
            case .absent: try !writer.knows(plan.shape, key: key)
            default: false
            }
        }
    }

    private func recordTold(_ cursor: inout RowCursor) throws {
        for _ in 0..<cursor.count() {
            let (source, id, told) = telling(&cursor)
            let key = try writer.idents.key(id)
            toldKeys[Int(source.rawValue)].append(key)
            try writer.told(source, key: key, id: id, told)
        }
    }

    private func telling(_ cursor: inout RowCursor) -> (ToldSource, CellId, Told) {
        guard let source = ToldSource(rawValue: Int64(cursor.count())), let id = cursor.optionalId()
        else { preconditionFailure("who is told of stands first") }
        return (source, id, cursor.told(rowPrint))
    }

    /// Whether a row tells of somebody of whom this import told something new.
    func tellsNews(_ plan: EntityPlan, _ row: RowCursor) -> Bool {
        guard writer.toldNews > 0 else { return false }
        var cursor = row
        _ = cursor.count()
        _ = cursor.optionalId()
        for _ in plan.fields.indices { _ = cursor.cell() }
        for _ in 0..<cursor.count() {
            if writer.hasChanged(telling(&cursor).1) { return true }
        }
        return false
    }

    /// Reads what a row tells of others that says what it said before: it is known, unless something else was told
    /// in this import before the row came.
    ///
    /// - Parameter isLate: whether the row came before what was told last, and is only now read.
    func recallTold(_ plan: EntityPlan, key: Int64, _ cursor: inout RowCursor, isLate: Bool) throws {
        _ = cursor.count()
        let own = cursor.optionalId()
        for _ in plan.fields { _ = cursor.cell() }
        for _ in 0..<cursor.count() {
            let (source, id, told) = telling(&cursor)
            let key = id.packed == own?.packed ? key : try writer.idents.key(id)
            toldKeys[Int(source.rawValue)].append(key)
            if !isLate, writer.hasChanged(source, keys: [key]) {
                try writer.told(source, key: key, id: id, told)
            } else {
                writer.recall(source, keys: [key])
            }
        }
    }

    private func recordBeside(_ plan: EntityPlan, key: Int64, _ cursor: inout RowCursor) throws {
        guard cursor.count() == 1, let beside = plan.entity.beside else { return }
        for place in beside.fields.indices { cells.initializeElement(at: place, to: cursor.cell()) }
        let table = try besideTables[plan.number] ?? writer.table(beside.shape)
        besideTables[plan.number] = table
        try writer.record(
            table, parent: nil, key: key,
            cells: UnsafeBufferPointer(rebasing: cells[..<beside.fields.count]), collection: 0)
    }

    private func recordMentions(of key: Int64, isNew: Bool, _ cursor: inout RowCursor) throws {
        for _ in 0..<cursor.count() {
            guard let id = cursor.optionalId(), isNew else { continue }
            try writer.mention(key, id: writer.idents.key(id))
        }
    }

    /// The tables that rows went to, those of members beside included.
    var usedTables: [(EntityPlan, TableWriter)] {
        EntityPlan.all.flatMap { plan in
            [tables[plan.number], besideTables[plan.number]].compactMap { $0 }.map { (plan, $0) }
        }
    }

    /// Where rows of the plan go.
    func table(_ plan: EntityPlan) throws -> TableWriter {
        if let known = tables[plan.number] { return known }
        let table = try writer.table(plan.shape)
        tables[plan.number] = table
        return table
    }
}

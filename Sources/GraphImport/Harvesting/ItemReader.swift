import JSONText
import Store

/// Turns the JSON objects of one entity into rows of a buffer.
///
/// A row is: the line, for what is to be said of it (0: nothing); the id; a cell for each field; what is told of
/// others; the member beside; the ids that are named; the lists within. `RowRecorder` reads the same.
final class ItemReader {
    let plan: EntityPlan
    private(set) var watch: KeyWatch
    private var members: [JSONValue?]
    /// Columns whose value was of no kind that they can hold, with how often that was.
    private var unfit: [String: Int] = [:]
    /// For the lists within, by their place among the entity's.
    var listReaders: [ItemReader?]
    /// Whether nothing is to be said of the object that was read last, and it has no lists.
    private(set) var isPlain = false

    init(_ plan: EntityPlan) {
        self.plan = plan
        watch = KeyWatch(plan)
        members = Array(repeating: nil, count: plan.places.count)
        listReaders = Array(repeating: nil, count: plan.entity.inlines.count)
    }

    /// What was counted since the last time.
    func takeCounts() -> FieldCounts { watch.takeCounts() }

    /// Columns with unfit values since the last time, by entity.
    func takeUnfit() -> [(entity: String, columns: [String: Int])] {
        defer { unfit = [:] }
        let own = unfit.isEmpty ? [] : [(plan.entity.name, unfit)]
        return own + listReaders.flatMap { $0?.takeUnfit() ?? [] }
    }

    /// Writes the object's row.
    ///
    /// - Parameter isSparse: whether what is missing within a member was not fetched, and says nothing.
    /// - Returns: false when the object has no id; then nothing is written.
    func read(
        _ object: JSONValue, line: () -> Int, into rows: RowBuffer, withLists: Bool = true,
        isSparse: Bool = false
    ) -> Bool {
        guard object.kind == .object else { return false }
        watch.watch(object, into: &members)
        guard let id = identity, !id.isEmpty else { return false }
        let linePlace = rows.reserveCount()
        rows.append(id: id)
        var isLacking = false
        for (place, field) in plan.fields.enumerated() {
            let reading = field.read(object, members, isSparse: isSparse)
            if case .unfit = reading { unfit[field.field.column, default: 0] += 1 }
            let hasValue = reading.write(to: rows, asId: field.field.kind == .id)
            if !hasValue, plan.essential.contains(place) { isLacking = true }
        }
        tell(object, into: rows)
        writeBeside(into: rows, isSparse: isSparse)
        name(object, into: rows)
        let listPlace = rows.count
        if withLists {
            if writeLists(of: object, into: rows, isSparse: isSparse) { isLacking = true }
        } else {
            rows.append(count: 0)
        }
        let hasLists = rows.count > listPlace + 4
        if isLacking { rows.set(count: line(), at: linePlace) }
        isPlain = !isLacking && !hasLists
        return true
    }

    private static let singleton: StaticString = "singleton"

    private var identity: UnsafeRawBufferPointer? {
        let id = members[plan.idPlace]?.utf8
        guard case .singleton = plan.entity.identity, id == nil else { return id }
        return UnsafeRawBufferPointer(
            start: Self.singleton.utf8Start, count: Self.singleton.utf8CodeUnitCount)
    }

    private func tell(_ object: JSONValue, into rows: RowBuffer) {
        let place = rows.reserveCount()
        var count = 0
        plan.entity.tells(object) { telling in
            count += 1
            rows.append(count: Int(telling.source.rawValue))
            rows.append(id: telling.id)
            for text in [telling.kind, telling.displayName, telling.userPrincipalName] {
                if let text { rows.append(text: text) } else { rows.appendAbsent() }
            }
        }
        rows.set(count: count, at: place)
    }

    private func writeBeside(into rows: RowBuffer, isSparse: Bool) {
        guard let place = plan.besidePlace, let object = members[place] else {
            return rows.append(count: 0)
        }
        rows.append(count: 1)
        for field in plan.besideFields {
            // What is not said here is empty: the member comes whole.
            let value = field.sources.first?.first.flatMap { object.member(named: $0) }
            let reading = value.map(field.kind.convert) ?? (isSparse ? .absent : .null)
            reading.write(to: rows, asId: false)
        }
    }

    private func name(_ object: JSONValue, into rows: RowBuffer) {
        // In an order, so that the same object has the same bytes.
        let ids = plan.entity.mentions?(object).sorted() ?? []
        rows.append(count: ids.count)
        for id in ids { rows.append(id: id) }
    }
}

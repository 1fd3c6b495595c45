import Foundation
import JSONText
import Store

/// Turns the JSON objects of one entity into rows of a buffer.
///
/// A row is: the line, for what is to be said of it (0: nothing); the id; a cell for each field; what is told of
/// others; the member beside; the ids that are named; the lists within. `RowRecorder` reads the same.
final class ItemReader {
    let plan: EntityPlan
    private let watch: KeyWatch
    private let members: UnsafeMutableBufferPointer<JSONValue?>
    private let tells: @Sendable (JSONValue, (Telling) -> Void) -> Void
    /// The ids that the object names.
    private var mentioned: ContiguousArray<UnsafeRawBufferPointer> = []
    private let hasLists: Bool
    /// Columns whose value was of no kind that they can hold, with how often that was.
    private var unfit: [String: Int] = [:]
    /// For the lists within, by their place among the entity's.
    var listReaders: [ItemReader?]
    /// Whether nothing is to be said of the object that was read last, and it has no lists.
    private(set) var isPlain = false

    init(_ plan: EntityPlan) {
        self.plan = plan
        watch = KeyWatch(plan)
        members = .allocate(capacity: plan.places.count)
        members.initialize(repeating: nil)
        tells = plan.entity.tells
        hasLists = !plan.entity.inlines.isEmpty
        listReaders = Array(repeating: nil, count: plan.entity.inlines.count)
    }

    deinit { members.deallocate() }

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
        watch.watch(object, into: members)
        guard let id = identity, !id.isEmpty else { return false }
        let linePlace = rows.reserveCount()
        rows.append(id: id)
        var isLacking = false
        let fields = plan.quickFields
        for index in fields.indices {
            let field = fields[index]
            let reading =
                if let place = field.place {
                    members[place].map(field.kind.convert) ?? .absent
                } else {
                    plan.fields[index].read(object, members, isSparse: isSparse)
                }
            if case .unfit = reading { unfit[plan.fields[index].field.column, default: 0] += 1 }
            let hasValue = reading.write(to: rows, asId: field.isId)
            if !hasValue, field.isEssential { isLacking = true }
        }
        tell(object, into: rows)
        writeBeside(into: rows, isSparse: isSparse)
        name(object, into: rows)
        let listPlace = rows.count
        if withLists, hasLists {
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
        tells(object) { telling in
            count += 1
            rows.append(count: Int(telling.source.rawValue))
            rows.append(id: telling.id)
            rows.append(optionalText: telling.kind)
            rows.append(optionalText: telling.displayName)
            rows.append(optionalText: telling.userPrincipalName)
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
        guard let mentions = plan.entity.mentions else { return rows.append(count: 0) }
        mentioned.removeAll(keepingCapacity: true)
        mentions(object) { mentioned.append($0) }
        // In an order and each once, so that the same object has the same bytes.
        mentioned.sort { ItemReader.compare($0, $1) < 0 }
        let place = rows.reserveCount()
        var count = 0
        for index in mentioned.indices
        where index == 0 || ItemReader.compare(mentioned[index - 1], mentioned[index]) != 0 {
            rows.append(id: mentioned[index])
            count += 1
        }
        rows.set(count: count, at: place)
    }

    private static func compare(_ left: UnsafeRawBufferPointer, _ right: UnsafeRawBufferPointer) -> Int {
        guard let one = left.baseAddress, let other = right.baseAddress else {
            return left.count - right.count
        }
        let order = memcmp(one, other, min(left.count, right.count))
        return order == 0 ? left.count - right.count : Int(order)
    }
}

extension RowBuffer {
    fileprivate func append(optionalText text: UnsafeRawBufferPointer?) {
        if let text { append(text: text) } else { appendAbsent() }
    }
}

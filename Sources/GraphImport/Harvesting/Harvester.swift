import JSONText
import Model
import Store

/// Reads files into harvests: classifies their documents and turns their objects into rows, without a look at the
/// database.
final class Harvester {
    /// Events alone are taken: state of an earlier moment cannot be added.
    let eventsOnly: Bool
    var harvest = Harvest()
    /// Takes a full harvest and gives an empty one.
    var handOver: (Harvest) throws -> Harvest = { $0 }
    private var readers: [ItemReader?]
    private var remarks = RemarkBook()
    /// Rows are handed over when they reach this size.
    private static let fullSize = 1 << 20

    init(eventsOnly: Bool) {
        self.eventsOnly = eventsOnly
        readers = Array(repeating: nil, count: EntityPlan.all.count)
    }

    /// Takes a file in. A broken one is refused as a whole; the others go on.
    ///
    /// - Parameters:
    ///   - bytes: its content; nil for a file that is too large to be in memory.
    ///   - hash: by which the page is known again.
    func read(
        _ file: InputFile, number: Int, _ bytes: UnsafeRawBufferPointer?, hash: PageHash? = nil
    ) throws {
        remarks = RemarkBook()
        let json = JSONFile(path: file.path)
        do {
            if let bytes {
                try json.read(bytes: bytes) { try take($0, of: file, number) }
            } else {
                try json.read { try take($0, of: file, number) }
            }
        } catch let error as JSONTextError {
            // Rows were made of what is no longer there: the whole import is given up.
            if case .changed = error { throw error }
            let (place, reason) = error.split(from: file.path)
            remarks.add(.refused, place, reason)
        }
        end(number, hash: hash)
    }

    /// Ends a file that is known, and need not be read.
    func recognize(_ number: Int, _ hash: PageHash) {
        remarks = RemarkBook()
        end(number, hash: hash, isKnown: true)
    }

    /// Ends a file of which nothing is taken.
    func leaveAside(_ file: InputFile, number: Int, _ reason: String) {
        remarks = RemarkBook()
        remarks.add(.leftAside, file.path, reason)
        end(number)
    }

    private func end(_ number: Int, hash: PageHash? = nil, isKnown: Bool = false) {
        if harvest.parts.last?.file != number { harvest.parts.append(Harvest.Part(file: number)) }
        harvest.parts[harvest.parts.count - 1].fileEnd = Harvest.FileEnd(
            remarks: remarks, hash: hash, isKnown: isKnown)
    }

    private func take(_ document: JSONDocument, of file: InputFile, _ number: Int) throws {
        let path = RequestPath(file: file.components)
        var part = Harvest.Part(file: number)
        try document.forEachItem { item in
            if part.aim == nil { part.aim = aim(document, first: item.value, path, file) }
            guard case .rows(let plan, let parents, _) = part.aim else { return }
            part.items += 1
            take(item, plan, parents, file, &part)
            if harvest.rows.count > Harvester.fullSize { try flush(&part) }
        }
        if part.aim == nil { part.aim = aim(document, first: nil, path, file) }
        if case .rows(let plan, _, _) = part.aim {
            part.end = Harvest.DocumentEnd(document)
            if let reader = readers[plan.number] {
                part.fields = reader.takeCounts()
                part.unfit = reader.takeUnfit()
            }
        }
        harvest.parts.append(part)
    }

    private func flush(_ part: inout Harvest.Part) throws {
        let aim = part.aim
        harvest.parts.append(part)
        harvest = try handOver(harvest)
        part = Harvest.Part(file: part.file)
        part.aim = aim
    }

    private func take(
        _ item: JSONItem, _ plan: EntityPlan, _ parents: [String], _ file: InputFile,
        _ part: inout Harvest.Part
    ) {
        let entity = plan.entity
        if entity.name == "organization", let id = item.value.text("id") { part.tenants.append(id) }
        guard !eventsOnly || entity.kind == .event else {
            part.refusedState += 1
            part.skipped += 1
            return
        }
        if Entity.aspects.contains(entity.name) {
            takeAspect(item, plan, file, &part)
        } else if item.value.member("@removed") != nil {
            remarks.add(.leftAside, file.path, line: item.line, "an object that a delta says is removed")
            part.skipped += 1
        } else if let other = entity.other(than: item.value) {
            remarks.add(.leftAside, file.path, line: item.line, "\(other.name) in a list of \(entity.name)")
            part.skipped += 1
        } else if reader(plan).read(item.value, line: { item.line }, into: harvest.rows) {
            part.rowCount += 1
        } else {
            remarks.add(.refused, file.path, line: item.line, "\(entity.name) without an id")
            part.refused += 1
        }
    }

    /// What is said of rows that another entity has: a user's manager, sponsors, app roles.
    private func takeAspect(
        _ item: JSONItem, _ plan: EntityPlan, _ file: InputFile, _ part: inout Harvest.Part
    ) {
        guard let id = item.value.bytes("id") else {
            remarks.add(.refused, file.path, line: item.line, "\(plan.entity.name) without an id")
            part.skipped += 1
            return
        }
        let rows = harvest.rows
        rows.append(count: item.line)
        switch plan.entity.name {
        case "userManager":
            rows.append(id: id)
            FieldReading.optional(item.value.bytes("displayName")).write(to: rows, asId: false)
        case "userSponsors":
            rows.append(text: ReferenceList.json(ofReference: item.value) ?? "")
        default:
            guard let held = EntityPlan.heldAppRoles,
                reader(held).read(item.value, line: { item.line }, into: rows, withLists: false)
            else { preconditionFailure("it has an id") }
            _ = reader(held).takeCounts()
        }
        part.rowCount += 1
    }

    private func reader(_ plan: EntityPlan) -> ItemReader {
        if let known = readers[plan.number] { return known }
        let reader = ItemReader(plan)
        readers[plan.number] = reader
        return reader
    }

    /// Finds out where the document's items go.
    private func aim(
        _ document: JSONDocument, first: JSONValue?, _ path: RequestPath, _ file: InputFile
    ) -> Harvest.Aim {
        switch Classifier.classify(document, first: first, path: path) {
        case .leftAside(let reason):
            remarks.add(.leftAside, file.path, reason)
            return .nothing
        case .selection(let entity):
            guard let plan = EntityPlan.byName[entity.name] else { return .nothing }
            return .rows(plan, parents: [], isSelection: true)
        case .entity(let entity, let parents):
            guard let plan = EntityPlan.byName[entity.name] else { return .nothing }
            return .rows(plan, parents: parents, isSelection: false)
        }
    }
}

extension Entity {
    /// The entity that an object says to be, when it is another one.
    fileprivate func other(than object: JSONValue) -> Entity? {
        guard !types.isEmpty, let type = object.odataTypeBytes,
            !types.contains(where: { $0.utf8.elementsEqual(type) })
        else { return nil }
        let name = String(decoding: type, as: UTF8.self)
        return Entity.all.first { $0.types.contains(name) }
    }
}

extension Harvest.DocumentEnd {
    fileprivate init(_ document: JSONDocument) {
        switch document.shape {
        case .object: self = .object
        case .array: self = .list
        case .page, .scalar:
            let next = document.envelope.member("@odata.nextLink")
            self = .page(
                isLast: next?.isNull ?? true, isDelta: document.envelope.member("@odata.deltaLink") != nil,
                count: document.envelope.member("@odata.count")?.int)
        }
    }
}

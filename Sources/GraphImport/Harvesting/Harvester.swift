import JSONText
import Model
import Store

/// Reads files into harvests: classifies their documents and turns their objects into rows, without a look at the
/// database.
final class Harvester {
    /// Events alone are taken: state of an earlier moment cannot be added.
    let eventsOnly: Bool
    let rowPrint: RowPrint
    var harvest = Harvest()
    /// Takes a full harvest and gives an empty one.
    var handOver: (Harvest) throws -> Harvest = { $0 }
    var readers: [ItemReader?]
    /// Where the file stands, for what is known of it from before.
    private var place: Int64?
    var remarks = RemarkBook()
    let reshaper = Reshaper()
    /// Whether the file is a table.
    var isTable = false
    /// Rows are handed over when they reach this size.
    private static let fullSize = 1 << 20

    init(eventsOnly: Bool, rowPrint: RowPrint) {
        self.rowPrint = rowPrint
        self.eventsOnly = eventsOnly
        readers = Array(repeating: nil, count: EntityPlan.all.count)
    }

    /// Takes a file in. A broken one is refused as a whole; the others go on.
    ///
    /// - Parameters:
    ///   - bytes: its content; nil for a file that is too large to be in memory.
    ///   - hash: by which the page is known again.
    func read(
        _ file: InputFile, _ format: FileFormat, number: Int, _ bytes: UnsafeRawBufferPointer?,
        hash: PageHash? = nil,
        place: Int64? = nil
    ) throws {
        self.place = place
        remarks = RemarkBook()
        reshaper.begin()
        isTable = format == .table
        let json = format == .table ? TableTranslator.file(file) : JSONFile(path: file.path)
        do {
            if let bytes {
                try json.read(bytes: bytes) { try take($0, of: file, number) }
            } else if let packed = file.packed {
                try json.read(source: PackedSource(packed)) { try take($0, of: file, number) }
            } else {
                try json.read { try take($0, of: file, number) }
            }
        } catch let error as JSONTextError {
            // Rows were made of what is no longer there: the whole import is given up.
            if case .changed = error { throw error }
            let (place, reason) = error.split(from: file.path)
            remarks.add(.refused, place, reason)
        }
        sayReshaping(of: file)
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
        var part = Harvest.Part(file: number, place: place)
        var shape: ExportShape?
        // Of objects in Graph's own shape, once it is known where they go.
        var plan: EntityPlan?
        try document.forEachItem { item in
            if let plan {
                part.items += 1
                take(Reshaper.Item(item), plan, file, &part)
                if harvest.rows.count > Harvester.fullSize { try flush(&part) }
                return
            }
            let known = shape ?? (isTable ? .graph : ExportShape(document, first: item.value, path: path))
            shape = known
            try reshaper.forEachObject(of: item, known) { object in
                if case .flat(let table) = known, table.isMembership {
                    return takeMembers(object, &part, file, number)
                }
                if part.aim == nil {
                    part.aim = aim(document, known, first: object.value, path, file)
                    part.leavesOut = known.leavesOut(path)
                }
                guard case .rows(let aim, _, _) = part.aim else { return }
                if case .graph = known { plan = aim }
                part.items += 1
                take(object, aim, file, &part)
                if harvest.rows.count > Harvester.fullSize { try flush(&part) }
            }
        }
        part.tenants += reshaper.takeTenants()
        if part.aim == nil { part.aim = aim(document, shape ?? .graph, first: nil, path, file) }
        end(&part, isTable ? .list : Harvest.DocumentEnd(document, shape ?? .graph, path))
    }

    /// Ends a document, or the part of one that is a collection of its own.
    func end(_ part: inout Harvest.Part, _ end: Harvest.DocumentEnd) {
        if case .rows(let plan, _, _) = part.aim {
            part.end = end
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
        part = Harvest.Part(file: part.file, place: place)
        part.aim = aim
    }
}

extension Harvest.DocumentEnd {
    fileprivate init(_ document: JSONDocument, _ shape: ExportShape, _ path: RequestPath) {
        switch document.shape {
        case .object: self = shape.isList(document, path) ? .list : .object
        case .array: self = .list
        case .page, .scalar:
            let isDelta = document.isDelta(at: path)
            let isLast =
                isDelta
                ? document.hasLink("@odata.deltaLink") : !document.hasLink("@odata.nextLink")
            self = .page(
                isLast: isLast, isDelta: isDelta, count: document.envelope.member("@odata.count")?.int)
        }
    }
}

extension JSONDocument {
    func hasLink(_ name: StaticString) -> Bool {
        envelope.member(name).map { !$0.isNull } ?? false
    }

    /// Whether it tells changes: by its folder, by the link that leads on, or by the one for the next round.
    func isDelta(at path: RequestPath) -> Bool {
        guard shape == .page || shape == .scalar else { return false }
        return path.isDelta || hasLink("@odata.deltaLink")
            || envelope.member("@odata.nextLink")?.string.map(RequestPath.isDelta(link:)) ?? false
    }
}

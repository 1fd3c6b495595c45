import JSONText
import Store

/// What the shapes of other tools than Graph ask for.
extension Harvester {
    /// A row that names a group and lists its members: a collection of its own.
    func takeMembers(
        _ row: Reshaper.Item, _ part: inout Harvest.Part, _ file: InputFile, _ number: Int
    ) {
        part.aim = .nothing
        guard let plan = EntityPlan.byName["groupMember"], let group = row.value.text("GroupId") else {
            return remarks.add(.refused, file.path, line: row.line, "a row without a group")
        }
        var members = Harvest.Part(file: number, place: part.place)
        members.aim = .rows(plan, parents: [group], .collection)
        reshaper.forEachMember(of: row) { member in
            members.items += 1
            take(member, plan, file, &members)
        }
        end(&members, .list)
    }

    /// Says what the file held besides, and what its tool cut off.
    func sayReshaping(of file: InputFile) {
        for (reason, count) in reshaper.asides.sorted(by: { $0.key < $1.key }) {
            remarks.add(.leftAside, file.path, "\(count) entries \(reason)")
        }
        for (reason, count) in reshaper.lacks.sorted(by: { $0.key < $1.key }) {
            remarks.add(.incomplete, file.path, "\(count) objects: \(reason)")
        }
    }
}

extension ExportShape {
    /// The entity, where the shape tells it.
    var entity: String? {
        switch self {
        case .graph, .powerShell: nil
        case .flat(let table): table.entity
        case .auditEnvelopes, .auditRows, .auditTables: "directoryAudit"
        }
    }

    /// What a file of this shape leaves out of its collection; nil when it holds all.
    func leavesOut(_ path: RequestPath) -> String? {
        switch self {
        case .flat(let table): table.leavesOut
        case .graph: PathIndex.shared.match(path)?.leavesOut
        default: nil
        }
    }

    /// Whether an object that stands alone in its file is a list, or one object of a folder that is: PowerShell
    /// writes a list of one without brackets.
    func isList(_ document: JSONDocument, _ path: RequestPath) -> Bool {
        switch self {
        case .flat, .auditTables: return true
        case .auditEnvelopes: return document.envelope.member("records") != nil
        case .auditRows: return false
        case .graph, .powerShell:
            guard let match = PathIndex.shared.match(path) else { return false }
            if match.isExported { return true }
            return !match.isSingle && (isSparse || match.entity.name == Entity.organization.name)
        }
    }
}

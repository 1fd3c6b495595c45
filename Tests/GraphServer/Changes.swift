import Foundation

/// What a delta tells between two states of a tenant (GRAPH.md 6).
struct Changes {
    let collection: String
    /// Nil: nothing was there.
    let from: TenantFolder?
    let to: TenantFolder
    let fields: [String]

    /// Members come at most so many at once; then the group comes again.
    private static let membersAtOnce = 5

    private var relations: [String] { ["members", "owners"].filter(fields.contains) }

    /// In an order of their own.
    var objects: [RawObject] {
        let old = objects(from)
        let new = objects(to)
        var told = new.keys.sorted().reversed().flatMap { id in changes(id, old[id], new[id]) }
        for id in old.keys.sorted() where new[id] == nil {
            let bin = to.collections["directory/deletedItems/microsoft.graph.user"] ?? []
            let reason = bin.contains { $0.text("id") == id } ? "changed" : "deleted"
            told.append(Self.removed(id, reason: reason))
        }
        return told
    }

    private func objects(_ state: TenantFolder?) -> [String: RawObject] {
        let list = state?.collections[collection] ?? []
        return Dictionary(list.map { ($0.text("id") ?? "", $0) }) { _, last in last }
    }

    private static func removed(_ id: String, reason: String, type: Data? = nil) -> RawObject {
        RawObject(
            members: (type.map { [("@odata.type", $0)] } ?? []) + [
                ("id", Data("\"\(id)\"".utf8)), ("@removed", Data("{\"reason\":\"\(reason)\"}".utf8)),
            ])
    }

    /// The object with its fields, several times where many members changed.
    private func changes(_ id: String, _ old: RawObject?, _ new: RawObject?) -> [RawObject] {
        guard let new else { return [] }
        let shown = shape(new)
        var parts: [[(name: String, value: Data)]] = []
        for relation in relations {
            let path = "\(collection)/\(id)/\(relation)"
            // Of an object that was not there all members are told.
            let before = old == nil ? [] : from?.collections[path] ?? []
            let changed = members(before, to.collections[path] ?? [])
            for start in stride(from: 0, to: changed.count, by: Self.membersAtOnce) {
                let some = changed[start..<min(start + Self.membersAtOnce, changed.count)]
                parts.append([(relation + "@delta", TenantFolder.array(Array(some)))])
            }
        }
        if fields.contains("manager"), let change = manager(old, new) { parts.append([change]) }
        if parts.isEmpty, let old, shape(old).data == shown.data { return [] }
        return (parts.isEmpty ? [[]] : parts).map { RawObject(members: shown.members + $0) }
    }

    private func shape(_ object: RawObject) -> RawObject {
        RawObject(
            members: object.members.filter { member in
                member.name == "id"
                    || fields.contains(member.name) && !relations.contains(member.name)
                        && member.name != "manager"
            })
    }

    private func members(_ before: [RawObject], _ after: [RawObject]) -> [RawObject] {
        let (old, new) = (Set(before.compactMap { $0.text("id") }), Set(after.compactMap { $0.text("id") }))
        let gone = before.filter { !new.contains($0.text("id") ?? "") }.map { member in
            Self.removed(member.text("id") ?? "", reason: "deleted", type: member["@odata.type"])
        }
        let came = after.filter { !old.contains($0.text("id") ?? "") }.map { member in
            RawObject(members: member.members.filter { ["@odata.type", "id"].contains($0.name) })
        }
        return gone + came
    }

    private func manager(_ old: RawObject?, _ new: RawObject) -> (name: String, value: Data)? {
        func id(_ user: RawObject?) -> String? {
            user?["manager"].flatMap { $0.first == UInt8(ascii: "{") ? RawObject($0).text("id") : nil }
        }
        let (was, now) = (id(old), id(new))
        guard was != now else { return nil }
        let type = Data("\"#microsoft.graph.user\"".utf8)
        var list: [RawObject] = []
        if let was { list.append(Self.removed(was, reason: "deleted", type: type)) }
        if let now {
            list.append(RawObject(members: [("@odata.type", type), ("id", Data("\"\(now)\"".utf8))]))
        }
        return ("manager@delta", TenantFolder.array(list))
    }
}

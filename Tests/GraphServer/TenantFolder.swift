import Foundation

/// A folder of exports, by request path.
struct TenantFolder: Sendable {
    /// Objects of a collection, in the order of the files.
    private(set) var collections: [String: [RawObject]] = [:]
    /// Single objects, such as settings.
    private(set) var singles: [String: RawObject] = [:]

    init(_ root: String) throws {
        let files = FileManager.default.enumerator(atPath: root)
        let names = (files?.compactMap { $0 as? String } ?? []).filter { $0.hasSuffix(".json") }.sorted()
        for name in names {
            let text = try Data(contentsOf: URL(fileURLWithPath: root + "/" + name))
            guard try JSONSerialization.jsonObject(with: text) is [String: Any] else { continue }
            let page = RawObject(text)
            let path = Self.path(name)
            if let value = page["value"] {
                collections[path, default: []] += RawObject.elements(value).map(RawObject.init)
            } else {
                singles[path] = RawObject(members: page.members.filter { $0.name != "@odata.context" })
            }
        }
        takeInlinedRelations()
        gatherSchedules()
    }

    /// What exports have group by group, and Graph serves by a filter.
    private mutating func gatherSchedules() {
        let root = "identityGovernance/privilegedAccess/group/"
        for (path, objects) in collections.sorted(by: { $0.key < $1.key }) where path.hasPrefix(root) {
            let rest = path.dropFirst(root.count).split(separator: "/")
            if rest.count == 2 { collections[root + rest[1], default: []] += objects }
        }
    }

    /// `groups/<id>/members-0001.json` → `groups/<id>/members`.
    private static func path(_ name: String) -> String {
        var stem = String(name.dropLast(5))
        if let dash = stem.lastIndex(of: "-"), stem[stem.index(after: dash)...].count == 4,
            stem[stem.index(after: dash)...].allSatisfy(\.isNumber)
        {
            stem = String(stem[..<dash])
        }
        return stem
    }

    /// What exports have within an object, and Graph serves as a collection of its own.
    private mutating func takeInlinedRelations() {
        for user in collections["users"] ?? [] {
            guard let id = user.text("id"), let sponsors = user["sponsors"] else { continue }
            let path = "users/\(id)/sponsors"
            if collections[path] == nil {
                collections[path] = RawObject.elements(sponsors).map(RawObject.init)
            }
        }
        for package in collections["identityGovernance/entitlementManagement/accessPackages"] ?? [] {
            guard let id = package.text("id") else { continue }
            var members = package.members
            let path = "identityGovernance/entitlementManagement/accessPackages/\(id)"
            if let roles = collections[path + "/resourceRoleScopes"] {
                members.append(("resourceRoleScopes", Self.array(roles)))
            }
            singles[path] = RawObject(members: members)
        }
    }

    static func array(_ objects: [RawObject]) -> Data {
        var text = Data("[".utf8)
        for (place, object) in objects.enumerated() {
            if place > 0 { text.append(UInt8(ascii: ",")) }
            text.append(object.data)
        }
        text.append(UInt8(ascii: "]"))
        return text
    }
}

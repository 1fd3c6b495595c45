import Access
import Model

extension CaseFacts {
    /// App roles and directory roles, of persons and of groups.
    mutating func readRole(_ statement: Statement) throws -> Bool {
        if let found = statement.match("app role _ of _ to _ as _") {
            mention(person: found[2])
            appRoles.append((found[2], try appRole(found, id: found[3], statement)))
        } else if let found = statement.match("app role _ of _ to group _ as _") {
            mention(group: found[2])
            appRoles.append(("group " + found[2], try appRole(found, id: found[3], statement)))
        } else if let found = statement.match("directory role _ _ for _ as _") {
            mention(person: found[2])
            directoryRoles.append((found[2], try directoryRole(found, statement)))
        } else if let found = statement.match("directory role _ _ for group _ as _") {
            mention(group: found[2])
            directoryRoles.append(("group " + found[2], try directoryRole(found, statement)))
        } else {
            return false
        }
        return true
    }

    private func appRole(_ found: [String], id: String, _ statement: Statement) throws -> AppRoleAssignment {
        try statement.allow("created", "seen")
        return AppRoleAssignment(
            id: id, role: book.role(CaseFacts.role(found[0]), on: application(found[1])),
            createdAt: try statement.moment("created"), observedAt: try observation(statement))
    }

    private func directoryRole(_ found: [String], _ statement: Statement) throws -> DirectoryRoleGrant {
        try statement.allow("scope", "from", "to", "seen")
        let kinds: [String: DirectoryRoleGrant.Kind] = [
            "scheduled": .scheduled, "plain": .plain, "eligible": .eligible,
        ]
        guard let kind = kinds[found[1]] else {
            throw CaseError(line: statement.line, problem: "'\(found[1])' is no kind of role grant")
        }
        let resource = Resource(type: .directoryRole, id: found[0], name: found[0])
        return DirectoryRoleGrant(
            id: found[3], kind: kind, role: book.role(Role(id: found[0], name: found[0]), on: resource),
            scope: statement["scope"] ?? "/", startsAt: try statement.moment("from"),
            endsAt: try statement.moment("to"), observedAt: try observation(statement))
    }

    func application(_ id: String) -> Resource {
        Resource(type: .application, id: id, name: applicationNames[id] ?? id)
    }

    /// `Reader`, or `Reader#r1` where the id is not the name.
    static func role(_ text: String) -> Role {
        let parts = text.split(separator: "#").map(String.init)
        return Role(id: parts.last ?? text, name: parts.first ?? text)
    }
}

import Access
import Model

/// The lines of a case. Clauses in brackets may be left out; a date is its first moment, UTC.
///
///     at 2026-06-15                             T; what no line says otherwise was seen then
///     group Staff in All [seen]                 a group that is a member of another
///     group Staff [dynamic] [named] [nameless]  app CRM [named] [nameless]
///     member ann in Staff [seen]                owner ann of Staff [seen]
///     app role Reader of CRM to ann as x1 [created] [seen]
///     app role Reader of CRM to group Staff as x1 [created] [seen]
///     directory role Helpdesk scheduled for ann as s1 [scope] [from] [to] [seen]
///     directory role Helpdesk eligible for group Staff as e1, … and: plain
///     pim member of Staff assigned for ann as p1 [from] [to] [seen], … owner, eligible or activated, for group Staff
///     package Portal, Member of Staff, Owner of Staff, Reader of app CRM, Visitor of site Intranet
///     policy Initial [type] [end] [duration]
///     policy version Initial [approval] [seen]
///     assignment A1 of Portal to ann [state] [start] [type] [end] [duration] [policy] [expired] [seen]
///     request R1 userAdd for A1 [created] [completed]
///     vote v1 for A1 [by] [at]
///     edges Member of Staff, unknown            or: seen 2026-06-01
///     show until status                         the columns that the rows below the line `---` carry
///
/// A role is a name, or `name#id` where the id differs. The person `nobody` and the package `?` are not known.
extension CaseFacts {
    mutating func read(_ statement: Statement) throws {
        if statement.words.first == "show" {
            shown.formUnion(statement.words.dropFirst())
        } else if let found = statement.match("group _ in _") {
            try statement.allow("seen")
            mention(group: found[0])
            mention(group: found[1])
            nestings.append(try membership(found, statement))
        } else if let found = statement.match("group _") {
            try statement.allow("dynamic", "named", "nameless")
            let name = statement["nameless"] == nil ? statement["named"] ?? found[0] : nil
            groups[found[0]] = Group(name: name, isDynamic: statement["dynamic"] != nil)
        } else if let found = statement.match("app _") {
            try statement.allow("named", "nameless")
            applicationNames[found[0]] = .some(statement["named"])
        } else if let found = statement.match("member _ in _") {
            try statement.allow("seen")
            mention(person: found[0])
            mention(group: found[1])
            members.append(try membership(found, statement))
        } else if let found = statement.match("owner _ of _") {
            try statement.allow("seen")
            mention(person: found[0])
            mention(group: found[1])
            owners.append(try membership(found, statement))
        } else if !(try readRole(statement)), !(try readSchedule(statement)), !(try readPackage(statement)) {
            throw CaseError(line: statement.line, problem: "nothing is known of such a line")
        }
    }

    private func membership(_ found: [String], _ statement: Statement) throws -> Membership {
        Membership(holder: found[0], group: found[1], observedAt: try observation(statement))
    }
}

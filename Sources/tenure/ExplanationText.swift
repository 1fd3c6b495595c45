import Access
import Foundation
import Model
import Resolution
import Store

/// What a person can reach, as a small tree: resource, role, each way to it.
struct ExplanationText {
    let person: FoundPerson
    let rows: [AccessRow]
    let state: AsOf
    /// How pages say the words of the data, by column.
    let words: PageWords

    var text: String {
        var lines = [heading, "as of \(state.moment), observed \(state.snapshot.observedAt)"]
        if rows.isEmpty {
            lines.append("no access is known; --all tells what ended, too")
        }
        for (index, group) in groups.enumerated() {
            lines += branch(group, isLast: index == groups.count - 1)
        }
        return lines.joined(separator: "\n")
    }

    private var heading: String {
        let facts = rows.first?.person
        let type = facts.map { "\($0.type.rawValue), \($0.state?.rawValue ?? "unknown")" }
        return [person.name ?? "(no name)", person.principalName, type, person.id].compactMap { $0 }
            .joined(separator: " · ").singleLine
    }

    /// The rows by resource and role, in their order.
    private var groups: [[AccessRow]] {
        var groups: [[AccessRow]] = []
        for row in rows {
            if let last = groups.last?.last, last.grant.resource == row.grant.resource,
                last.grant.role == row.grant.role,
                last.grant.resource != nil, last.grant.roleScope == row.grant.roleScope
            {
                groups[groups.count - 1].append(row)
            } else {
                groups.append([row])
            }
        }
        return groups
    }

    private func branch(_ ways: [AccessRow], isLast: Bool) -> [String] {
        guard let first = ways.first else { return [] }
        let grant = first.grant
        let name =
            grant.resource.map { "\($0.name ?? $0.id) (\(words.say($0.type.rawValue, of: "resourceType")))" }
            ?? "resource not known"
        let role = grant.resource?.type == .directoryRole ? "" : grant.role.map { ", \($0.name)" } ?? ""
        let scope = grant.roleScope.map { $0 == "/" ? "" : " on \($0)" } ?? ""
        var lines = ["\(isLast ? "└─" : "├─") \(name)\(role)\(scope): \(accessEnd(grant))".singleLine]
        for (index, way) in ways.enumerated() {
            let stem = (isLast ? "   " : "│  ") + (index == ways.count - 1 ? "└─ " : "├─ ")
            let name = way.grant.assignment?.package?.name.map { " \"\($0)\"" } ?? ""
            let effect = way.grant.inEffect == .no ? ", not found in the directory" : ""
            lines.append(
                "\(stem)\(words.say(way.grant.kind.rawValue, of: "grant"))\(name), "
                    .appending("\(words.say(way.grant.status.rawValue, of: "status"))\(effect)").singleLine)
            let below = (isLast ? "   " : "│  ") + (index == ways.count - 1 ? "   " : "│  ")
            lines.append("\(below)\(way.why)".singleLine)
        }
        return lines
    }

    private func accessEnd(_ grant: Grant) -> String {
        guard let until = grant.accessUntil else { return "no access now" }
        // Eligibility is apart: it is no access before it is activated.
        let kind = grant.kind == .roleEligibility ? "can be activated, " : ""
        switch until.kind {
        case .date: return kind + "until \(until.moment?.description ?? "")"
        case .never: return kind + "does not end"
        case .open: return kind + "no end set"
        case .unknown: return kind + "end not known"
        }
    }
}

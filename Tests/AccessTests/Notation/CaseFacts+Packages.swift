import Access
import Model

extension CaseFacts {
    /// Packages, policies, assignments and what belongs to them.
    mutating func readPackage(_ statement: Statement) throws -> Bool {
        if let found = statement.match("package _") {
            packages[found[0]] = try statement.clauses.map { clause in
                try resourceRole(Statement(clause.key + " " + clause.value))
            }
        } else if let found = statement.match("policy _") {
            try statement.allow("type", "end", "duration")
            policies[found[0]] = try statement.expiration()
        } else if let found = statement.match("policy version _") {
            try statement.allow("approval", "seen")
            policyVersions[found[0], default: []].append(
                Policy.Version(
                    observedAt: try observation(statement),
                    approvalRequired: statement["approval"].flatMap(Bool.init)))
        } else if let found = statement.match("assignment _ of _ to _") {
            try statement.allow(
                "state", "start", "type", "end", "duration", "policy", "expired", "seen")
            mention(person: found[2])
            assignments.append(Assigned(person: found[2], package: found[1], statement: statement))
        } else if let found = statement.match("request _ _ for _") {
            try statement.allow("created", "completed")
            guard let kind = AddRequest.Kind(found[1]) else { return true }
            requests[found[2], default: []].append(
                AddRequest(
                    id: found[0], kind: kind, type: found[1], createdAt: try statement.moment("created"),
                    completedAt: try statement.moment("completed"), justification: nil, requestor: nil))
        } else if let found = statement.match("vote _ for _") {
            try statement.allow("by", "at")
            votes[found[1], default: []].append(
                ApprovalFinding.Vote(at: try statement.moment("at"), by: statement["by"], id: found[0]))
        } else if statement.words.first == "edges" {
            try statement.allow("unknown", "seen")
            let words = statement.words.dropFirst().joined(separator: " ")
            let role = try resourceRole(Statement(words))
            edges[role.resource.id + " " + role.role.id] =
                statement["unknown"] == nil ? .complete(observedAt: try observation(statement)) : .unknown
        } else {
            return false
        }
        return true
    }

    /// `Member of Staff`, `Owner of Staff`, `Reader of app CRM`, `Visitor of site Intranet`.
    private mutating func resourceRole(_ text: Statement) throws -> ResourceRole {
        if let found = text.match("_ of app _") {
            return book.role(CaseFacts.role(found[0]), on: application(found[1]))
        }
        if let found = text.match("_ of site _") {
            return book.role(
                CaseFacts.role(found[0]), on: Resource(type: .site, id: found[1], name: found[1]))
        }
        if let found = text.match("_ of _"), ["Member", "Owner"].contains(found[0]) {
            mention(group: found[1])
            let resource = Resource(type: .group, id: found[1], name: groups[found[1]]?.name)
            return book.role(
                found[0] == "Member" ? .member(of: found[1]) : .owner(of: found[1]), on: resource)
        }
        throw CaseError(line: text.line, problem: "no role of a resource")
    }
}

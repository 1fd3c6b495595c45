import Model

/// A decision of an access review on a person, with what it is about (ACCESS.md 4, "last review").
struct ReviewDecision: Sendable {
    let id: String
    /// What a row says of it.
    let last: LastReview
    /// What it is about.
    var subject = ReviewSubject()

    /// The newest one; of equal moments the larger id.
    static func isOlder(_ left: ReviewDecision, _ right: ReviewDecision) -> Bool {
        left.last.reviewedAt == right.last.reviewedAt
            ? CodePointOrder.precedes(left.id, right.id) : left.last.reviewedAt < right.last.reviewedAt
    }
}

/// What a review is about: a resource, or a package, perhaps only as one policy gives it.
struct ReviewSubject: Sendable {
    var resources: Set<String> = []
    var packages: Set<String> = []
    /// Empty: whatever the policy.
    var policies: Set<String> = []

    var isEmpty: Bool { resources.isEmpty && packages.isEmpty }

    func covers(resource: String?, package: String?, policy: String?) -> Bool {
        let isAbout =
            resource.map(resources.contains) ?? false || package.map(packages.contains) ?? false
        guard isAbout else { return false }
        return policies.isEmpty || policy.map(policies.contains) ?? false
    }

    init() {}

    /// What a query or a link names: `…/accessPackageAssignments?$filter=(accessPackageId eq '…' and
    /// assignmentPolicyId eq '…')`, `/groups/<id>/…`, `/servicePrincipals/<id>/…`. `./members` names nothing.
    init(query: String) {
        for (name, id) in ReviewSubject.filters(in: query) {
            switch name {
            case "accesspackageid", "accesspackage/id": packages.insert(id)
            case "assignmentpolicyid", "assignmentpolicy/id": policies.insert(id)
            case "roledefinitionid", "resourceid": resources.insert(id)
            default: break
            }
        }
        let path = query.split(whereSeparator: { "/?('= )".contains($0) }).map(String.init)
        for (segment, id) in zip(path, path.dropFirst()) {
            switch segment.lowercased() {
            case "groups", "serviceprincipals", "roledefinitions": add(id, to: \.resources)
            case "accesspackages": add(id, to: \.packages)
            case "assignmentpolicies", "accesspackageassignmentpolicies": add(id, to: \.policies)
            default: break
            }
        }
    }

    private mutating func add(_ id: String, to set: WritableKeyPath<ReviewSubject, Set<String>>) {
        if Identifier.isGUID(id.utf8) { self[keyPath: set].insert(Identifier.normalized(id)) }
    }

    /// `name eq 'value'`, names in lower case, values in normal form.
    private static func filters(in query: String) -> [(String, String)] {
        let words = query.replacing("+", with: " ").split(whereSeparator: { " ()".contains($0) }).map(
            String.init)
        var found: [(String, String)] = []
        for (index, word) in words.enumerated()
        where word.lowercased() == "eq" && index > 0 && index + 1 < words.count {
            let value = words[index + 1].split(separator: "'").first.map(String.init) ?? ""
            found.append((words[index - 1].lowercased(), Identifier.normalized(value)))
        }
        return found
    }
}

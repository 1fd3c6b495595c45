import Access
import Model

/// What a group conveys: which group, and how the person came into it.
struct GroupWhy {
    let grant: Grant
    let via: [AccessRow.Step]

    var sentence: String {
        let path = via.map { $0.name ?? $0.id }.map { "\"\($0)\"" }.joined(separator: ", which is in ")
        let what =
            switch grant.kind {
            case .nestedGroup: "Member through \(path)"
            case .roleEligibility where grant.entrance != .eligible: "Can be activated by members of \(path)"
            default: "Given to members of \(path)"
            }
        return "\(what); \(entrance); \(Why.end(of: grant))\(limit)."
    }

    /// How the person came into the nearest group.
    private var entrance: String {
        switch grant.entrance {
        case .package(let name): "the person came into it by package \"\(name)\""
        case .endedPackage(let name): "the person came into it by package \"\(name)\", which has ended"
        case .rule: "its rule makes the person a member"
        case .member: "the person is a direct member of it"
        case .activated: "the person has activated the membership"
        case .eligible: "the person can activate the membership"
        case nil: "the person is in it"
        }
    }

    private var limit: String {
        grant.until.source == .membership && grant.until.until.kind == .date ? ", with the membership" : ""
    }
}

import Foundation

/// What is needed of a body of Graph to go on: the next address, counts, ids.
struct GraphBody {
    private let members: [String: Any]

    /// - Returns: nil when it is no JSON object.
    init?(_ data: Data) {
        guard let members = try? JSONSerialization.jsonObject(with: data) as? [String: Any] else {
            return nil
        }
        self.members = members
    }

    var nextLink: String? { members["@odata.nextLink"] as? String }
    var deltaLink: String? { members["@odata.deltaLink"] as? String }
    var count: Int? { members["@odata.count"] as? Int }
    /// The objects of a collection; nil for a single object.
    var items: [[String: Any]]? { (members["value"] as? [Any])?.map { $0 as? [String: Any] ?? [:] } }

    /// The code of an error, in letters that do no harm.
    var errorCode: String? {
        let error = members["error"] as? [String: Any]
        let code = (error?["code"] as? String)?.filter {
            $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_")
        }
        return code.flatMap { $0.isEmpty ? nil : String($0.prefix(80)) }
    }

    /// The user that an object tells to be external (ACCESS.md 2), whose sponsors are worth asking for.
    static func isExternalUser(_ user: [String: Any]) -> Bool {
        if (user["userType"] as? String)?.lowercased() == "guest" { return true }
        if let state = user["externalUserState"] as? String, !state.isEmpty { return true }
        return (user["userPrincipalName"] as? String)?.contains("#EXT#") ?? false
    }

    /// Whether PIM can manage a group: none with a rule, none that comes from a directory on premises.
    static func isManageableGroup(_ group: [String: Any]) -> Bool {
        let types = group["groupTypes"] as? [String] ?? []
        return !types.contains { $0.lowercased() == "dynamicmembership" }
            && group["onPremisesSyncEnabled"] as? Bool != true
    }
}

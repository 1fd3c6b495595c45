extension TableKind {
    /// Members of groups: with a column that names the group, or in a folder `groups/<id>`.
    static let members = TableKind(
        name: "members", doc: "members of groups, with a column for the group or in a folder groups/<id>",
        entity: "groupMember",
        columns: [
            .init(
                "GroupId", "Group Object Id", "Parent Id", doc: "the group; without it the folder names it"),
            .init("Group Name", "Group", "Group Display Name", doc: "not read"),
            .init("Member Id", "Object Id", "Id", "User Id", "Member Object Id", doc: "the member"),
            .init("User Principal Name", "UPN", "Member UPN", doc: "the member's UPN"),
            .init("Display Name", "Name", "Member Name", doc: "the member's name"),
            .init("Object Type", "Member Type", "Type", doc: "kind of the member"),
        ],
        needs: [["Member Id"]], parent: "GroupId",
        writer: { place in
            let (id, name) = (place("Member Id"), place("Display Name"))
            let (upn, type) = (place("User Principal Name"), place("Object Type"))
            return { row, json in
                if let type = Members.type(row.word(type)) { json.member("@odata.type", text: type) }
                json.member("id", row[id])
                json.member("displayName", row[name])
                json.member("userPrincipalName", row[upn])
            }
        })
}

private enum Members {
    static func type(_ word: String) -> String? {
        switch word {
        case "user", "member", "guest": "#microsoft.graph.user"
        case "group": "#microsoft.graph.group"
        case "serviceprincipal", "enterpriseapplication", "application": "#microsoft.graph.servicePrincipal"
        case "device": "#microsoft.graph.device"
        default: nil
        }
    }
}

/// The exports of a small invented tenant, night after night: most files stay as they were, some change, vanish,
/// overlap or contradict each other. All of it follows from the seed.
struct RandomExports {
    private var random: Random
    private var files: [String: String] = [:]

    init(seed: UInt64) {
        random = Random(state: seed)
    }

    /// Mostly a day after the last one; now and then before it.
    mutating func moment(_ night: Int) -> String {
        "2026-06-0\(night > 2 && one(in: 8) ? night - 1 : night)"
    }

    mutating func night() -> [String: String] {
        for name in Self.names {
            let file = name + ".json"
            if files[file] == nil ? one(in: 2) : one(in: 4) { files[file] = content(of: name) }
            if one(in: 12) { files[file] = nil }
        }
        return files
    }

    private static let names =
        ["users-1", "users-2", "users/u1/manager", "users/u1/sponsors", "groups", "directoryAudits"]
        + ["g1", "g2", "g3"].map { "groups/\($0)/members" } + ["groups/g1/owners", "servicePrincipals"]
        + ["servicePrincipals/p1/appRoleAssignedTo", "users/u2/appRoleAssignments", "accessPackages"]
        + ["assignments-1", "assignments-2", "accessPackages/k1/assignments", "assignmentRequests-1"]
        + ["assignmentRequests-2", "accessPackages/k1/resourceRoleScopes"]

    private mutating func content(of name: String) -> String {
        let kind = name.split(separator: "/").last.map { String($0.prefix { $0 != "-" }) } ?? ""
        if kind == "manager" { return object("u\(pick(4))", "\"displayName\":\"\(word())\"") }
        let items = (0..<(1 + pick(4))).map { _ in item(kind) }
        return page(items, next: one(in: 6), count: one(in: 8) ? pick(5) : nil)
    }

    private mutating func item(_ kind: String) -> String {
        switch kind {
        case "users":
            let manager = one(in: 3) ? #","manager":{"id":"u\#(pick(4))","displayName":"\#(word())"}"# : ""
            let signIn =
                one(in: 3)
                ? #","signInActivity":{"lastSignInDateTime":"2026-05-0\#(pick(9))T00:00:00Z"}"# : ""
            return user("u\(pick(6))", word(), manager + signIn)
        case "groups": return object("g\(pick(4))", #""displayName":"\#(word())","groupTypes":[]"#)
        case "members", "owners", "sponsors":
            return object(
                "u\(pick(6))", ##""@odata.type":"#microsoft.graph.user","displayName":"\##(word())""##)
        case "servicePrincipals":
            return object("p\(pick(3))", #""servicePrincipalType":"Application","displayName":"\#(word())""#)
        case "appRoleAssignedTo", "appRoleAssignments":
            return object(
                "r\(pick(5))",
                """
                "appRoleId":"a1","principalId":"u\(pick(4))","resourceId":"p1",\
                "principalDisplayName":"\(word())"
                """)
        case "accessPackages": return package()
        case "resourceRoleScopes": return scope()
        case "assignments":
            return object(
                "a\(pick(6))",
                """
                "state":"\(word())","target":{"id":"s\(pick(3))","objectId":"u\(pick(4))",\
                "displayName":"\(word())"},"accessPackage":{"id":"k\(pick(2))","displayName":"\(word())"}
                """)
        case "assignmentRequests":
            return object(
                "q\(pick(6))",
                """
                "requestType":"userAdd","state":"\(word())",\
                "requestor":{"id":"s1","objectId":"u\(pick(3))","displayName":"\(word())"}
                """)
        default:
            return object(
                "d\(pick(6))",
                """
                "activityDisplayName":"\(word())","activityDateTime":"2026-05-01T00:00:00Z",\
                "targetResources":[{"id":"u\(pick(4))","userPrincipalName":"\(word())"}]
                """)
        }
    }

    private mutating func package() -> String {
        let scopes = one(in: 2) ? #","resourceRoleScopes":[\#(scope())]"# : ""
        return object(
            "k\(pick(3))", #""displayName":"\#(word())","isHidden":false,"catalog":{"id":"c1"}\#(scopes)"#)
    }

    private mutating func scope() -> String {
        object(
            "z\(pick(3))",
            """
            "role":{"originId":"Member_g\(pick(3))","displayName":"\(word())"},"scope":{"originId":"g1"}
            """)
    }

    private mutating func word() -> String {
        ["Ann", "Bob", "Cleo", "delivered"][pick(4) - 1]
    }

    /// 1…count.
    private mutating func pick(_ count: Int) -> Int { Int.random(in: 1...count, using: &random) }

    private mutating func one(in count: Int) -> Bool { pick(count) == 1 }

    /// SplitMix64.
    private struct Random: RandomNumberGenerator {
        var state: UInt64

        mutating func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var mixed = state
            mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
            mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
            return mixed ^ (mixed >> 31)
        }
    }
}

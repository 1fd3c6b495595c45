import JSONText
import Store

extension Entity {
    static let user = Entity(
        "user",
        doc: "users of the directory, guests among them; signInActivity goes into a table of its own, signIn",
        paths: ["users"], types: ["user"],
        signatures: [["userPrincipalName", "id"]],
        // Managed devices, sign-ins, risky users, registered methods of sign-in, reports of usage.
        strangers: [
            "deviceName", "userDisplayName", "riskLevel", "ipAddress", "isMfaRegistered", "methodsRegistered",
            "clientAppUsed",
        ],
        fields: userFields,
        ignored: [
            "signInActivity", "givenName", "surname", "businessPhones", "mobilePhone", "officeLocation",
            "preferredLanguage", "deletedDateTime", "memberOf",
        ],
        beside: signIn, tells: tellsOfUsers)

    /// Sign-in times change every night for many users; they stand apart so that the users' rows do not.
    private static let signIn = Beside(
        "signInActivity", table: "signIn",
        fields: [
            .instant("lastAttemptAt", "lastSignInDateTime", doc: "last attempt to sign in"),
            .instant("lastSuccessAt", "lastSuccessfulSignInDateTime", doc: "last sign-in that succeeded"),
            .instant(
                "lastNonInteractiveAt", "lastNonInteractiveSignInDateTime", doc: "last one by a client alone"),
        ])

    static let deletedUser = Entity(
        "deletedUser", doc: "users in the recycle bin of the directory, for 30 days",
        paths: ["deletedItems/microsoft.graph.user", "microsoft.graph.user"],
        fields: userFields + [
            .instant("deletedAt", "deletedDateTime", doc: "when the user was deleted"),
            .derived(
                .text, "said", reads: [],
                doc:
                    "the columns that the recycle bin tells, empty ones included; the others stand as last known"
            ) { object in
                let said = userFields.filter { field in
                    field.topKeys.contains { object.member(named: $0) != nil }
                }
                return .text(said.map(\.column).sorted().joined(separator: ","))
            },
        ],
        ignored: ["signInActivity"], tells: tellsOfUsers)

    /// `users/{id}/manager`: one object, no list.
    static let userManager = Entity(
        "userManager", doc: "a user's manager, asked for by user", parent: .init(entity: "user", column: nil),
        paths: ["users/*/manager"])

    static let userSponsors = Entity(
        "userSponsors", doc: "a user's sponsors, asked for by user",
        parent: .init(entity: "user", column: nil),
        paths: ["users/*/sponsors"])

    @Sendable private static func tellsOfUsers(
        _ object: JSONValue, _ tell: (Telling) -> Void
    ) {
        if let telling = Telling(.manager, object.member("manager")) { tell(telling) }
        object.member("sponsors")?.forEachElement { sponsor in
            if let telling = Telling(.sponsor, sponsor) { tell(telling) }
        }
    }

    /// A delta tells who came and who went.
    @Sendable private static func manager(of user: JSONValue) -> FieldReading {
        if let manager = user.member("manager") {
            return manager.member("id").map(Field.Kind.id.convert) ?? (manager.isNull ? .null : .absent)
        }
        guard let changes = user.member("manager@delta") else { return .absent }
        var reading = FieldReading.null
        changes.forEachElement { change in
            guard change.member("@removed") == nil, let id = change.bytes("id"), !id.isEmpty else { return }
            reading = .bytes(id)
        }
        return reading
    }

    private static let userFields: [Field] = [
        .text("displayName", doc: "name"),
        .text("userPrincipalName", doc: "sign-in name"),
        .text("mail", doc: "mail address"),
        .json("otherMails", doc: "further mail addresses"),
        .text("userType", doc: "Member, Guest or empty; says nothing of how the user signs in"),
        .boolean("accountEnabled", doc: "whether the user may sign in"),
        .instant("createdAt", "createdDateTime", doc: "when the account was created"),
        .text("creationType", doc: "Invitation, LocalAccount, EmailVerified, SelfServiceSignUp or empty"),
        .text("externalUserState", doc: "PendingAcceptance, Accepted or empty"),
        .instant(
            "externalUserStateChangedAt", "externalUserStateChangeDateTime",
            doc: "when externalUserState changed last"),
        .text("companyName", doc: "company"),
        .text("department", doc: "department"),
        .text("jobTitle", doc: "job title"),
        .text("employeeId", doc: "number of the employee"),
        .boolean("onPremisesSyncEnabled", doc: "whether the account comes from a directory on premises"),
        .json("identities", doc: "sign-in identities: signInType, issuer, issuerAssignedId"),
        .derived(.id, "manager", reads: ["manager.id", "manager@delta"], doc: "the manager", manager),
        .name("managerName", of: "manager", "manager.displayName", doc: "the manager's name as told here"),
        .derived(
            .json, "sponsors", reads: ["sponsors"],
            doc: "sponsors in the order of the source: id, displayName, kind"
        ) { object in
            guard let sponsors = object.member("sponsors") else { return .absent }
            return .text(ReferenceList.json(of: sponsors))
        },
    ]
}

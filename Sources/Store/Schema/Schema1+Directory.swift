extension Schema1 {
    private static let userColumns = """
        displayName TEXT, userPrincipalName TEXT, mail TEXT, otherMails TEXT, userType TEXT,
        accountEnabled INTEGER, createdAt INTEGER, creationType TEXT, externalUserState TEXT,
        externalUserStateChangedAt INTEGER, companyName TEXT, department TEXT, jobTitle TEXT,
        employeeId TEXT, onPremisesSyncEnabled INTEGER, identities TEXT, manager INTEGER, managerName TEXT,
        sponsors TEXT
        """

    static let directory =
        state("organization", "displayName TEXT, verifiedDomains TEXT, createdAt INTEGER")
        + state("user", userColumns)
        + state("signIn", "lastAttemptAt INTEGER, lastSuccessAt INTEGER, lastNonInteractiveAt INTEGER")
        + state("deletedUser", userColumns + ", deletedAt INTEGER, said TEXT")
        + state(
            "directoryGroup",
            """
            displayName TEXT, description TEXT, mail TEXT, groupTypes TEXT, mailEnabled INTEGER,
            securityEnabled INTEGER, isAssignableToRole INTEGER, membershipRule TEXT,
            membershipRuleProcessingState TEXT, onPremisesSyncEnabled INTEGER, visibility TEXT,
            createdAt INTEGER
            """)
        + child("groupMember") + child("groupOwner")
        + state(
            "servicePrincipal",
            """
            displayName TEXT, appId TEXT, appDisplayName TEXT, accountEnabled INTEGER,
            servicePrincipalType TEXT, appRoleAssignmentRequired INTEGER, appOwnerOrganizationId TEXT,
            appRoles TEXT, tags TEXT
            """)
        + state(
            "appRoleAssignment",
            """
            resource INTEGER, principal INTEGER, principalType TEXT, principalDisplayName TEXT,
            resourceDisplayName TEXT, appRole INTEGER, createdAt INTEGER
            """)
        + state(
            "roleDefinition",
            "displayName TEXT, description TEXT, isBuiltIn INTEGER, isEnabled INTEGER, templateId TEXT")
        + state("roleAssignment", roleColumns)
        + state("roleAssignmentSchedule", roleColumns + ", " + scheduleColumns)
        + state("roleEligibilitySchedule", roleColumns + ", " + scheduleColumns)
            + """
            CREATE INDEX groupMemberOf ON groupMember (key, parent);
            CREATE INDEX groupOwnerOf ON groupOwner (key, parent);
            CREATE INDEX appRoleAssignmentPrincipal ON appRoleAssignment (principal);
            CREATE INDEX appRoleAssignmentResource ON appRoleAssignment (resource);
            CREATE INDEX roleAssignmentPrincipal ON roleAssignment (principal);
            CREATE INDEX roleAssignmentSchedulePrincipal ON roleAssignmentSchedule (principal);
            CREATE INDEX roleEligibilitySchedulePrincipal ON roleEligibilitySchedule (principal);

            """

    private static let roleColumns =
        "principal INTEGER, roleDefinition INTEGER, directoryScope TEXT, appScope TEXT"

    private static let scheduleColumns =
        "startsAt INTEGER, endsAt INTEGER, memberType TEXT, assignmentType TEXT"
}

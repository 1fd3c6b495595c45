extension Schema1 {
    static let packages =
        state(
            "catalog",
            """
            displayName TEXT, description TEXT, catalogType TEXT, state TEXT, isExternallyVisible INTEGER,
            createdAt INTEGER, modifiedAt INTEGER
            """)
        + child(
            "catalogResource",
            """
            displayName TEXT, description TEXT, origin INTEGER, originSystem TEXT, resourceType TEXT,
            url TEXT, createdAt INTEGER
            """)
        + state(
            "accessPackage",
            """
            displayName TEXT, description TEXT, isHidden INTEGER, catalog INTEGER, catalogName TEXT,
            createdAt INTEGER, modifiedAt INTEGER
            """)
        + child(
            "resourceRoleScope",
            """
            roleName TEXT, roleOrigin INTEGER, roleOriginSystem TEXT, scopeName TEXT, scopeOrigin INTEGER,
            scopeOriginSystem TEXT, resourceName TEXT, createdAt INTEGER
            """)
        + child("incompatiblePackage", "displayName TEXT")
        + child("incompatibleGroup", "displayName TEXT")
        + state(
            "assignmentPolicy",
            """
            package INTEGER, packageName TEXT, displayName TEXT, description TEXT, allowedTargetScope TEXT,
            expirationType TEXT, expirationEndsAt INTEGER, expirationDuration TEXT,
            approvalRequiredForAdd INTEGER, approvalRequiredForUpdate INTEGER, createdAt INTEGER,
            modifiedAt INTEGER, whole TEXT
            """)
        + state(
            "assignment",
            """
            package INTEGER, packageName TEXT, policy INTEGER, policyName TEXT, subject INTEGER,
            person INTEGER, subjectName TEXT, subjectEmail TEXT, subjectPrincipalName TEXT,
            subjectType TEXT, subjectLifecycle TEXT, connectedOrganization INTEGER, state TEXT, status TEXT,
            expiredAt INTEGER, startsAt INTEGER, expirationType TEXT, expirationEndsAt INTEGER,
            expirationDuration TEXT, createdAt INTEGER
            """)
        + state(
            "connectedOrganization",
            """
            displayName TEXT, description TEXT, state TEXT, identitySources TEXT, createdAt INTEGER,
            modifiedAt INTEGER
            """)
        + child("internalSponsor", "displayName TEXT, userPrincipalName TEXT, kind TEXT")
        + child("externalSponsor", "displayName TEXT, userPrincipalName TEXT, kind TEXT")
        + state(
            "entitlementSettings",
            "externalUserLifecycleAction TEXT, durationUntilExternalUserDeletedAfterBlocked TEXT")
            + """
            CREATE INDEX assignmentPerson ON assignment (person);
            CREATE INDEX assignmentSubject ON assignment (subject);
            CREATE INDEX assignmentPolicyPackage ON assignmentPolicy (package);

            """
}

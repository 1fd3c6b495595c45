extension Schema1 {
    static let events =
        event(
            "assignmentRequest",
            """
            requestType TEXT, state TEXT, status TEXT, createdAt INTEGER, completedAt INTEGER,
            justification TEXT, package INTEGER, packageName TEXT, assignment INTEGER, requestor INTEGER,
            requestorPerson INTEGER, requestorName TEXT, requestorEmail TEXT, requestorPrincipalName TEXT,
            startsAt INTEGER, expirationType TEXT, expirationEndsAt INTEGER, expirationDuration TEXT,
            answers TEXT, callouts TEXT
            """)
        + event(
            "approvalStage",
            """
            displayName TEXT, status TEXT, reviewResult TEXT, reviewedAt INTEGER, reviewer INTEGER,
            reviewerName TEXT, reviewerPrincipalName TEXT, justification TEXT
            """, hasParent: true)
        + event(
            "directoryAudit",
            """
            category TEXT, activity TEXT, activityAt INTEGER, result TEXT, resultReason TEXT, service TEXT,
            operationType TEXT, correlationId TEXT, initiator INTEGER, initiatorName TEXT,
            initiatorPrincipalName TEXT, initiatorApp TEXT, targets TEXT, details TEXT
            """)
            + """
            CREATE TABLE auditMention (
                named INTEGER NOT NULL,
                key INTEGER NOT NULL,
                since INTEGER NOT NULL REFERENCES snapshot (number),
                PRIMARY KEY (named, key, since)
            ) STRICT, WITHOUT ROWID;
            CREATE INDEX assignmentRequestAssignment ON assignmentRequest (assignment);

            """

    static let reviews =
        state(
            "reviewDefinition",
            """
            displayName TEXT, status TEXT, createdAt INTEGER, scopeQuery TEXT, scope TEXT,
            instanceScope TEXT, reviewers TEXT, fallbackReviewers TEXT, settings TEXT
            """)
        + state(
            "reviewInstance",
            """
            definition INTEGER, status TEXT, startsAt INTEGER, endsAt INTEGER, scopeQuery TEXT, scope TEXT
            """)
        + child("contactedReviewer", "displayName TEXT, userPrincipalName TEXT, contactedAt INTEGER")
        + event(
            "reviewDecision",
            """
            instance INTEGER, definition INTEGER, decision TEXT, recommendation TEXT, justification TEXT,
            reviewedAt INTEGER, reviewer INTEGER, reviewerName TEXT, reviewerPrincipalName TEXT,
            applyResult TEXT, appliedAt INTEGER, applierName TEXT, principal INTEGER, principalName TEXT,
            principalUserPrincipalName TEXT, principalType TEXT, target INTEGER, resource INTEGER,
            resourceName TEXT, resourceType TEXT, package INTEGER, policy INTEGER, resourceLink TEXT
            """)
            + """
            CREATE INDEX reviewInstanceDefinition ON reviewInstance (definition);
            CREATE INDEX reviewDecisionPrincipal ON reviewDecision (principal);
            CREATE INDEX reviewDecisionTarget ON reviewDecision (target);

            """
}

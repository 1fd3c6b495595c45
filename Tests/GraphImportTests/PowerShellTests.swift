import GraphImport
import Store
import Testing

/// `Get-Mg… | ConvertTo-Json` (GRAPH.md 9.3).
struct PowerShellTests {
    @Test func membersComeInPascalCaseAndFromTheBag() throws {
        let bench = try ImportBench()
        try bench.take([
            "groups/g1/members.json": """
            [{"DeletedDateTime":null,"Id":"u1","AdditionalProperties":{"@odata.type":"#microsoft.graph.user",\
            "displayName":"Ann Lee","userPrincipalName":"ann@contoso.example"}},
            {"DeletedDateTime":null,"Id":"g2","AdditionalProperties":{"@odata.type":"#microsoft.graph.group",\
            "displayName":"Within"}}]
            """
        ])
        #expect(try bench.openChildren("groupMember") == ["g1 | g2", "g1 | u1"])
        #expect(
            try bench.rows("SELECT kind, displayName FROM told ORDER BY kind") == [
                "group | Within", "user | Ann Lee",
            ])
    }

    @Test func aNullDoesNotEraseWhatIsKnown() throws {
        let bench = try ImportBench()
        try bench.take(["users.json": page([user("u1", "Ann Lee", ",\"department\":\"Sales\"")])])
        try bench.take([
            "users.json": """
            [{"Id":"u1","DisplayName":"Ann Moor","UserPrincipalName":"u1@contoso.example","Department":null,\
            "SignInActivity":{"LastSignInDateTime":null}}]
            """
        ])
        #expect(try bench.open("user", "displayName", "department") == ["u1 | Ann Moor | Sales"])
        #expect(try bench.rows("SELECT * FROM signIn").isEmpty)
    }

    @Test func aNullWithinAMemberDoesNotEraseEither() throws {
        let bench = try ImportBench()
        let schedule = "\"schedule\":{\"startDateTime\":\"2026-05-01T00:00:00Z\",\"expiration\":"
        try bench.take([
            "assignments.json": page([
                object(
                    "a1",
                    "\"state\":\"delivered\",\"target\":{\"id\":\"s\",\"objectId\":\"u1\"},\(schedule){\"type\":\"noExpiration\"}}"
                )
            ])
        ])
        try bench.take([
            "assignments.json": """
            [{"Id":"a1","State":"expired","Target":{"Id":"s","ObjectId":null,"AdditionalProperties":{}},\
            "Schedule":{"StartDateTime":null,"Expiration":{"Type":null,"Duration":null},"Recurrence":{"Range":null}}}]
            """
        ])
        #expect(
            try bench.open(
                "assignment", "state", "expirationType", "(SELECT id FROM ident p WHERE p.key = person)")
                == ["a1 | expired | noExpiration | u1"])
    }

    /// A date that became a duration: an expiration with a type comes whole.
    @Test func anExpirationWithATypeIsToldWholly() throws {
        let bench = try ImportBench()
        try bench.take([
            "assignments.json": page([
                object(
                    "a1",
                    "\"state\":\"delivered\",\"target\":{\"id\":\"s\"},\"schedule\":{\"expiration\":{\"type\":\"afterDateTime\",\"endDateTime\":\"2026-09-01T00:00:00Z\"}}"
                )
            ])
        ])
        try bench.take([
            "assignments.json": """
            [{"Id":"a1","State":"delivered","Target":{"Id":"s"},"Schedule":{"Expiration":{"Type":"afterDuration",\
            "EndDateTime":null,"Duration":{"Ticks":12096000000000,"Days":14,"TotalDays":14.0}}}}]
            """
        ])
        #expect(
            try bench.open("assignment", "expirationType", "expirationDuration", "expirationEndsAt")
                == ["a1 | afterDuration | P14D | -"])
    }

    @Test func momentsOfWindowsPowerShellAreRead() throws {
        let bench = try ImportBench()
        try bench.take([
            "users.json": """
            [{"Id":"u1","UserPrincipalName":"u1@contoso.example","CreatedDateTime":"\\/Date(1625097600000)\\/"},
            {"Id":"u2","UserPrincipalName":"u2@contoso.example","CreatedDateTime":\
            {"value":"\\/Date(1625097600000)\\/","DisplayHint":2,"DateTime":"Thursday"}}]
            """
        ])
        #expect(
            try bench.rows("SELECT DISTINCT createdAt / 10000000 FROM user") == ["1625097600"])
    }

    @Test(arguments: [
        "\"Microsoft.Graph.PowerShell.Models.MicrosoftGraphExpirationPattern\"",
        "\"System.Collections.Hashtable\"",
        "\"@{Type=noExpiration; Duration=}\"", "[\"System.Object[]\"]",
    ])
    func whatDepthCutOffIsSaidAndNotTaken(text: String) throws {
        let bench = try ImportBench()
        let summary = try bench.take([
            "assignments.json": """
            [{"Id":"a1","State":"delivered","Target":{"Id":"s","ObjectId":"u1"},"Schedule":{"Expiration":\(text)}}]
            """
        ])
        #expect(
            summary.reasons(.incomplete) == [
                "assignments.json: 1 objects: schedule.expiration was cut off by -Depth and is not known: "
                    + "export it again with -Depth 10"
            ])
        #expect(!summary.isComplete)
        #expect(try bench.open("assignment", "expirationType") == ["a1 | -"])
    }

    @Test func aDurationThatDepthCutOffIsStillADuration() throws {
        let bench = try ImportBench()
        try bench.take([
            "assignments.json": """
            [{"Id":"a1","State":"delivered","Target":{"Id":"s"},"Schedule":{"Expiration":{"Type":"afterDuration",\
            "Duration":"14.06:00:00"}}}]
            """
        ])
        #expect(try bench.open("assignment", "expirationDuration") == ["a1 | P14DT6H"])
    }

    @Test func aNameMayLookLikeWhatIsCutOff() throws {
        let bench = try ImportBench()
        let summary = try bench.take([
            "users.json": """
            [{"Id":"u1","DisplayName":"@{=cmd|'/c calc'!A1}","UserPrincipalName":"System.Object[]"}]
            """
        ])
        #expect(summary.isComplete)
        #expect(
            try bench.open("user", "displayName", "userPrincipalName") == [
                "u1 | @{=cmd|'/c calc'!A1} | System.Object[]"
            ])
    }

    @Test(arguments: [
        "\"DeviceName\":\"LAPTOP-1\",\"UserDisplayName\":\"Ann Lee\"",
        "\"AppDisplayName\":\"Portal\",\"IpAddress\":\"192.0.2.7\"",
        "\"UserDisplayName\":\"Ann Lee\",\"RiskLevel\":\"high\"", "\"IsMfaRegistered\":true",
    ])
    func whatOnlyNamesAUserIsNone(members: String) throws {
        let bench = try ImportBench()
        try bench.take(["users.json": page(users(1...3))])
        let summary = try bench.take([
            "export.json": "[{\"Id\":\"x\",\"UserPrincipalName\":\"u1@contoso.example\",\(members)}]",
            "catalogs.json": page([object("c", "\"catalogType\":\"userManaged\"")]),
        ])
        #expect(summary.reasons(.leftAside).count == 1)
        #expect(try bench.open("user") == ["u1", "u2", "u3"])
    }

    /// Of an array that carries members of its own Windows PowerShell makes an object.
    @Test func aListInsideAnObjectWithItsCountIsAList() throws {
        let bench = try ImportBench()
        try bench.take([
            "x.json": "{\"value\":[{\"Id\":\"u1\",\"UserPrincipalName\":\"u1@contoso.example\"}],\"Count\":1}"
        ])
        #expect(try bench.open("user") == ["u1"])
        #expect(try bench.readings("user") == ["- | 1 | 1 | 1"])
    }

    @Test func depthAndLengthCostNoMoreThanTheyAre() throws {
        let bench = try ImportBench()
        let key = String(repeating: "K", count: 10_000)
        let deep =
            String(repeating: "{\"\(key)\":", count: 900) + "\"\(String(repeating: "x", count: 4_000_000))\""
            + String(repeating: "}", count: 900)
        let start = ContinuousClock.now
        try bench.take([
            "users.json": "[{\"Id\":\"u1\",\"UserPrincipalName\":\"u1@contoso.example\",\"Manager\":\(deep)}]"
        ])
        #expect(ContinuousClock.now - start < .seconds(10))
        #expect(try bench.open("user") == ["u1"])
    }

    /// PowerShell writes a list of one without brackets.
    @Test func anObjectAloneIsTheListThatItsFileNames() throws {
        let bench = try ImportBench()
        let two = ["c1", "c2"].map { object($0, "\"catalogType\":\"userManaged\"") }
        try bench.take(["catalogs.json": page(two)])
        try bench.take(["catalogs.json": "{\"Id\":\"c2\",\"CatalogType\":\"userManaged\"}"])
        #expect(try bench.open("catalog") == ["c2"])
        #expect(try bench.readings("catalog") == ["- | 1 | 2 | 1"])
    }

    @Test func anObjectAloneInAnyOtherFileClosesNothing() throws {
        let bench = try ImportBench()
        try bench.take(["users.json": page(users(1...3))])
        try bench.take(["ann.json": "{\"Id\":\"u1\",\"UserPrincipalName\":\"u1@contoso.example\"}"])
        #expect(try bench.open("user") == ["u1", "u2", "u3"])
    }
}

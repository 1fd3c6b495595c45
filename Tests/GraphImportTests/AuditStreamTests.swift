import GraphImport
import Store
import Testing

/// The audit log as Azure Monitor streams it and as Log Analytics keeps it (GRAPH.md 7).
struct AuditStreamTests {
    private static let event = """
        {"id":"Directory_1","category":"GroupManagement","result":"success","activityDisplayName":"Add member to group",\
        "activityDateTime":"2026-05-30T08:00:00.1234567+00:00","loggedByService":"Core Directory",\
        "initiatedBy":{"user":{"id":"u9","displayName":"Ann Lee"}},"targetResources":[{"id":"u1","type":"User",\
        "modifiedProperties":[{"displayName":"Group.ObjectID","oldValue":null,"newValue":"\\"g1\\""}]},{"id":"g1",\
        "type":"Group"}],"additionalDetails":[]}
        """

    private static func entry(_ properties: String, category: String = "AuditLogs", tenant: String = "t1")
        -> String
    {
        """
        {"time":"2026-05-30T08:00:00Z","operationName":"Add member to group","category":"\(category)",\
        "tenantId":"\(tenant)","properties":\(properties)}
        """
    }

    private static let row = """
        {"TimeGenerated":"2026-05-30T08:00:01Z","ActivityDateTime":"2026-05-30T08:00:00.1234567Z","Id":"Directory_1",\
        "OperationName":"Add member to group","Category":"GroupManagement","Result":"success","ResultReason":"",\
        "LoggedByService":"Core Directory","AADTenantId":"t1","TargetResources":TARGETS,\
        "InitiatedBy":"{\\"user\\":{\\"id\\":\\"u9\\",\\"displayName\\":\\"Ann Lee\\"}}","AdditionalDetails":"[]"}
        """
    private static let targets = """
        "[{\\"id\\":\\"u1\\",\\"type\\":\\"User\\",\\"modifiedProperties\\":[{\\"displayName\\":\\"Group.ObjectID\\",\
        \\"oldValue\\":null,\\"newValue\\":\\"\\\\\\"g1\\\\\\"\\"}]},{\\"id\\":\\"g1\\",\\"type\\":\\"Group\\"}]"
        """

    @Test(arguments: [
        entry(event), "{\"records\":[\(entry(event))]}", row.replacing("TARGETS", with: targets),
    ])
    func anEventIsTheSameInEveryShape(body: String) throws {
        let bench = try ImportBench()
        try bench.take(["auditLogs/directoryAudits.json": page([AuditStreamTests.event])])
        let columns = "activity, activityAt, initiatorName, service, targets, details, resultReason"
        let told = try bench.rows("SELECT \(columns) FROM directoryAudit")
        try bench.take(["stream/PT1H.json": body])
        #expect(try bench.rows("SELECT \(columns) FROM directoryAudit") == told)
        let alone = try ImportBench()
        try alone.take(["stream/PT1H.json": body])
        #expect(try alone.rows("SELECT \(columns) FROM directoryAudit") == told)
    }

    @Test func entriesOfOtherLogsAreCountedAndLeftAside() throws {
        let bench = try ImportBench()
        let signIn = AuditStreamTests.entry(
            "{\"id\":\"s1\",\"userPrincipalName\":\"a@contoso.example\"}", category: "SignInLogs")
        let lines = [signIn, AuditStreamTests.entry(AuditStreamTests.event), signIn].joined(separator: "\n")
        let summary = try bench.take(["PT1H.json": lines])
        #expect(summary.reasons(.leftAside) == ["PT1H.json: 2 entries of SignInLogs, which is not imported"])
        #expect(summary.itemCount == 1)
    }

    @Test func theStreamOfAnotherTenantIsRefused() throws {
        let bench = try ImportBench()
        try bench.take(["organization.json": page([object("t1", "\"verifiedDomains\":[]")])])
        #expect(throws: StoreError.otherTenant(known: "t1", found: "t2")) {
            try bench.take(["PT1H.json": AuditStreamTests.entry(AuditStreamTests.event, tenant: "t2")])
        }
    }

    @Test func aColumnThatWasCutIsSaidAndNotTaken() throws {
        let bench = try ImportBench()
        let summary = try bench.take([
            "rows.json": AuditStreamTests.row.replacing("TARGETS", with: "\"[{\\\"id\\\":\\\"u1\"")
        ])
        #expect(
            summary.reasons(.incomplete) == [
                "rows.json: 1 objects: targetResources holds no JSON and is not known"
            ])
        #expect(try bench.rows("SELECT activity, targets FROM directoryAudit") == ["Add member to group | -"])
    }
}

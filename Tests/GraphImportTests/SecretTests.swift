import GraphImport
import Store
import TestKit
import Testing

/// Secrets never reach the database (DESIGN.md 7; GRAPH.md 0, trap 20).
@Suite struct SecretTests {
    private static let secret = "SECRET7f3a"
    private static let sas = "https://contoso.example/x?sv=2026&sig=\(secret)"

    private func expectNoSecret(_ files: [String: String], sourceLocation: SourceLocation = #_sourceLocation)
        throws
    {
        let bench = try ImportBench()
        let summary = try bench.take(files)
        let everything = try bench.reading { connection in
            try connection.rows("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
                .flatMap { try connection.rows("SELECT * FROM \"\($0)\"") }
        }
        #expect(summary.itemCount > 0, sourceLocation: sourceLocation)
        #expect(!everything.contains { $0.contains(Self.secret) }, sourceLocation: sourceLocation)
        #expect(!summary.remarks.contains { $0.reason.contains(Self.secret) }, sourceLocation: sourceLocation)
    }

    @Test(arguments: ["endpointConfiguration", "EndpointConfiguration"])
    func addressesOfCustomExtensions(key: String) throws {
        let stages =
            #"[{"customExtension":{"id":"e1","\#(key)":{"url":"https://contoso.example/\#(Self.secret)"}}}]"#
        try expectNoSecret([
            "assignmentPolicies.json": page([
                object("p1", #""requestorSettings":{},"customExtensionStageSettings":\#(stages)"#)
            ])
        ])
    }

    @Test func callOutsOfRequests() throws {
        let callouts =
            #"[{"customExtensionId":"e1","detail":"\#(Self.sas)","endpointConfiguration":{"url":"\#(Self.secret)"}}]"#
        try expectNoSecret([
            "assignmentRequests.json": page([
                object("r1", #""requestType":"userAdd","customExtensionCalloutInstances":\#(callouts)"#)
            ])
        ])
    }

    @Test func redemptionAddresses() throws {
        try expectNoSecret([
            "users.json": page([
                user("u1", "Ann", #","inviteRedeemUrl":"https://contoso.example/\#(Self.secret)""#)
            ])
        ])
    }

    @Test func accessSignaturesInAuditEvents() throws {
        let event = """
            {"id":"e1","activityDisplayName":"x","activityDateTime":"2026-05-01T00:00:00Z",
             "targetResources":[{"id":"t1","modifiedProperties":[{"displayName":"Url","newValue":"\\"\(Self.sas)\\""}]}],
             "additionalDetails":[{"key":"inviteRedeemUrl","value":"https://contoso.example/\(Self.secret)"},
              {"key":"link","value":"\(Self.sas)"}]}
            """
        try expectNoSecret(["directoryAudits.json": page([event])])
    }

    @Test func accessSignaturesInText() throws {
        try expectNoSecret([
            "accessReviews/definitions.json": page([
                object("d1", #""settings":{"recommendationLink":"\#(Self.sas)"},"scope":{},"reviewers":[]"#)
            ])
        ])
    }
}

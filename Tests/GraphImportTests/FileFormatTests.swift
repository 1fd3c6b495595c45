import Foundation
import GraphImport
import Store
import Testing

/// Files are read by what they hold, whatever they are called (GRAPH.md 9).
@Suite struct FileFormatTests {
    let bench: ImportBench

    init() throws {
        bench = try ImportBench()
    }

    @Test(arguments: ["export.txt", "noname", "groups.json", "a b.JSON", "users.json.bak", "réunion-💾.json"])
    func whatAFileIsCalledDoesNotMatter(name: String) throws {
        let body = """
            {"@odata.context":"https://graph.microsoft.com/v1.0/$metadata#users","value":[{"id":"u1"}]}
            """
        try bench.take([name: body])
        #expect(try bench.open("user") == ["u1"])
    }

    @Test func aMisnamedFileIsToldByItsMembers() throws {
        try bench.take([
            "users.json": page([
                object("k1", #""displayName":"Portal","isHidden":false,"catalog":{"id":"c1"}"#)
            ])
        ])
        #expect(try bench.open("accessPackage") == ["k1"])
        #expect(try bench.open("user").isEmpty)
    }

    @Test func jsonLines() throws {
        try bench.take(["users.ndjson": users(1...3).joined(separator: "\n") + "\n"])
        #expect(try bench.open("user") == ["u1", "u2", "u3"])
        #expect(try bench.readings("user") == ["- | 1 | 1 | 1"])
    }

    @Test func severalPagesInOneFile() throws {
        try bench.take(["users.json": page([user("u1")], next: true) + "\n" + page([user("u2")])])
        #expect(try bench.open("user") == ["u1", "u2"])
        #expect(try bench.readings("user") == ["- | 1 | 1 | 1"])
    }

    @Test func collectionsOfSeveralKindsInOneFile() throws {
        try bench.take([
            "all.json": page([user("u1")]) + page([object("g1", #""groupTypes":[],"securityEnabled":true"#)])
        ])
        #expect(try bench.open("user") == ["u1"])
        #expect(try bench.open("directoryGroup") == ["g1"])
    }

    @Test func gzip() throws {
        // {"value":[{"id":"u1","userPrincipalName":"ann@contoso.example"}]}
        let base64 =
            "H4sIAAAAAAAC/6tWKkvMKU1VsoquVspMUbJSKjVU0lEqLU4tCijKzEvOLEjM8UvMBcorJeblOSTn55XkF+frpVYk5hbkpCrVxtYCAJoQLSBBAAAA"
        try bench.take(data: ["users.json.gz": #require(Data(base64Encoded: base64))])
        #expect(try bench.open("user", "t.userPrincipalName") == ["u1 | ann@contoso.example"])
    }

    @Test(arguments: [String.Encoding.utf16LittleEndian, .utf16BigEndian, .utf8])
    func anyEncodingWithAByteOrderMark(encoding: String.Encoding) throws {
        let data = try #require(("\u{FEFF}" + page([user("u1", "Zoë 😀")])).data(using: encoding))
        try bench.take(data: ["users.json": data])
        #expect(try bench.open("user", "t.displayName") == ["u1 | Zoë 😀"])
    }

    @Test(arguments: [
        ("groups/g1/members.json", "groupMember"), ("groups/g1/owners-0001.json", "groupOwner"),
        ("GROUPS/g1/Members.json", "groupMember"),
        (
            "identityGovernance/entitlementManagement/connectedOrganizations/g1/internalSponsors.json",
            "internalSponsor"
        ),
        ("catalogs/g1/resources.json", "catalogResource"),
        ("accessPackages/g1/incompatibleGroups.json", "incompatibleGroup"),
        ("accessReviews/definitions/d1/instances/g1/contactedReviewers.json", "contactedReviewer"),
    ])
    func theFolderNamesTheParent(path: String, table: String) throws {
        try bench.take([path: page([object("x1")])])
        #expect(try bench.openChildren(table) == ["g1 | x1"])
    }

    @Test func theFolderNamesTheDefinitionAndTheInstanceOfADecision() throws {
        try bench.take([
            "accessReviews/definitions/d1/instances/i1/decisions.json": page([
                object("x1", #""decision":"Deny""#)
            ])
        ])
        #expect(
            try bench.rows(
                """
                SELECT d.id, i.id FROM reviewDecision x JOIN ident d ON d.key = x.definition
                JOIN ident i ON i.key = x.instance
                """) == ["d1 | i1"])
    }

    @Test func membersWithoutAGroupAreLeftAsideWithTheReason() throws {
        let summary = try bench.take(["users.json": page([user("u1")]), "members.json": page([object("u1")])])
        #expect(summary.reasons(.leftAside).count == 1)
        #expect(try bench.openChildren("groupMember").isEmpty)
    }
}

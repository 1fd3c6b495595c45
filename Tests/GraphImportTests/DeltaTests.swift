import GraphImport
import Store
import Testing

/// GRAPH.md 6: pages of changes in, the state that they lead to out.
@Suite struct DeltaTests {
    let bench: ImportBench

    /// Three users and a group of two of them, read wholly in snapshot 1.
    init() throws {
        bench = try ImportBench()
        try bench.take([
            "users.json": page(users(1...3)), "groups.json": page([group("g1")]),
            "groups/g1/members.json": page([object("u1"), object("u2")]),
        ])
    }

    @Test func whatIsNotInARoundStaysAsItIs() throws {
        try bench.take(["users/delta.json": round([user("u1", "Ann Smith")])])
        #expect(
            try bench.open("user", "displayName", "since") == [
                "u1 | Ann Smith | 2", "u2 | Ann Lee | 1", "u3 | Ann Lee | 1",
            ])
    }

    @Test func aFieldThatARoundDoesNotTellStandsAndOneThatItTellsEmptyGoes() throws {
        let mail = #","mail":"u1@contoso.example","department":"Sales""#
        try bench.take(["users.json": page([user("u1", "Ann Lee", mail), user("u2"), user("u3")])])
        try bench.take(["users/delta.json": round([#"{"id":"u1","department":null}"#])])
        #expect(
            try bench.open("user", "mail", "department", "displayName").first
                == "u1 | u1@contoso.example | - | Ann Lee")
    }

    @Test func changedIsInTheRecycleBinAndDeletedIsGone() throws {
        let summary = try bench.take(["users/delta.json": round([removed("u1", "changed"), removed("u2")])])
        #expect(try bench.open("user") == ["u3"])
        #expect(try bench.open("deletedUser") == ["u1"])
        #expect(summary.closedCount == 2)
        #expect(
            try bench.rows("SELECT i.id, since, until FROM user JOIN ident i USING (key) ORDER BY i.id") == [
                "u1 | 1 | 2", "u2 | 1 | 2", "u3 | 1 | -",
            ])
    }

    @Test func whoWasInTheRecycleBinAndIsDeletedIsInNeither() throws {
        try bench.take(["users/delta.json": round([removed("u1", "changed")])])
        try bench.take(["users/delta.json": round([removed("u1")])])
        #expect(try bench.open("user") == ["u2", "u3"])
        #expect(try bench.open("deletedUser").isEmpty)
    }

    @Test func whoComesBackIsTheSameUserAgain() throws {
        try bench.take(["users/delta.json": round([removed("u1", "changed")])])
        try bench.take([
            "users/delta.json": round([user("u1")]),
            "directory/deletedItems/microsoft.graph.user.json": page([]),
        ])
        #expect(
            try bench.rows(
                "SELECT since, until FROM user JOIN ident i USING (key) WHERE i.id = 'u1' ORDER BY since")
                == [
                    "1 | 2", "3 | -",
                ])
        #expect(try bench.open("deletedUser").isEmpty)
    }

    @Test func membersComeAndGo() throws {
        let change = group(
            "g1", #""members@delta":[{"id":"u3"},{"id":"u1","@removed":{"reason":"deleted"}}]"#)
        let summary = try bench.take(["groups/delta.json": round([change])])
        #expect(try bench.openChildren("groupMember") == ["g1 | u2", "g1 | u3"])
        #expect(summary.closedCount == 1)
        #expect(
            try bench.rows(
                "SELECT i.id, since, until FROM groupMember JOIN ident i USING (key) ORDER BY i.id") == [
                    "u1 | 1 | 2", "u2 | 1 | -", "u3 | 2 | -",
                ])
    }

    @Test func ownersComeAndGo() throws {
        try bench.take(["groups/delta.json": round([group("g1", #""owners@delta":[{"id":"u1"}]"#)])])
        #expect(try bench.openChildren("groupOwner") == ["g1 | u1"])
        let gone = #""owners@delta":[{"id":"u1","@removed":{"reason":"deleted"}}]"#
        try bench.take(["groups/delta.json": round([group("g1", gone)])])
        #expect(try bench.openChildren("groupOwner").isEmpty)
    }

    @Test func aLargeGroupComesAgainOnFurtherPages() throws {
        try bench.take([
            "groups/delta-0001.json": deltaPage([group("g1", #""members@delta":[{"id":"u3"}]"#)]),
            "groups/delta-0002.json": round([
                #"{"id":"g1","members@delta":[{"id":"u4"},{"id":"u2","@removed":{"reason":"deleted"}}]}"#
            ]),
        ])
        #expect(try bench.openChildren("groupMember") == ["g1 | u1", "g1 | u3", "g1 | u4"])
        #expect(try bench.open("directoryGroup", "displayName") == ["g1 | Buyers"])
    }

    @Test func theLastWordOfARoundCounts() throws {
        try bench.take([
            "users/delta-0001.json": deltaPage([removed("u1"), user("u2", "Ann Smith")]),
            "users/delta-0002.json": round([user("u1"), removed("u2")]),
        ])
        #expect(try bench.open("user") == ["u1", "u3"])
    }

    @Test func aRemovedGroupTakesItsMembersAlong() throws {
        try bench.take(["groups/delta.json": round([removed("g1", "changed")])])
        #expect(try bench.open("directoryGroup").isEmpty)
        #expect(try bench.openChildren("groupMember").isEmpty)
    }

    @Test func aManagerIsToldAsAChange() throws {
        try bench.take([
            "users/delta.json": round([user("u1", "Ann Lee", #","manager@delta":[{"id":"u2"}]"#)])
        ])
        #expect(try managers() == ["u1 | u2"])
        let other = #","manager@delta":[{"id":"u2","@removed":{"reason":"deleted"}},{"id":"u3"}]"#
        try bench.take(["users/delta.json": round([user("u1", "Ann Lee", other)])])
        #expect(try managers() == ["u1 | u3"])
        let none = #","manager@delta":[{"id":"u3","@removed":{"reason":"deleted"}}]"#
        try bench.take(["users/delta.json": round([user("u1", "Ann Lee", none)])])
        #expect(try managers().isEmpty)
    }

    @Test func changesOfARelationThatIsNotKnownAreSaid() throws {
        let summary = try bench.take([
            "users/delta.json": round([user("u1", "Ann Lee", #","sponsors@delta":[]"#)])
        ])
        #expect(
            summary.reasons(.unknown) == [
                "user.sponsors@delta: 1 objects have this field, which is not imported"
            ])
    }

    // MARK: What a round follows

    @Test func onItsOwnARoundDoesNotTellWhatItFollows() throws {
        let summary = try bench.take(["users/delta.json": round([user("u4")])])
        #expect(summary.reasons(.incomplete).first?.contains("not what they follow") == true)
        #expect(try bench.readings("user") == ["- | 1 | 1 | 1", "- | 2 | 2 | 0"])
    }

    @Test func bytheUsersWordItFollowsWhatIsKnown() throws {
        let change = group("g2", #""members@delta":[{"id":"u3"}]"#)
        let summary = try bench.take(
            ["users/delta.json": round([removed("u1")]), "groups/delta.json": round([change])], .complete)
        #expect(summary.isComplete)
        #expect(try bench.open("user") == ["u2", "u3"])
        #expect(try bench.readings("user") == ["- | 1 | 2 | 1"])
        #expect(try bench.readings("groupMember") == ["g1 | 1 | 2 | 1", "g2 | 2 | 2 | 1"])
    }

    @Test func whereNothingIsKnownItIsTheWholeByTheUsersWord() throws {
        let bench = try ImportBench()
        let groups = [group("g1", #""members@delta":[{"id":"u1"}]"#), group("g2")]
        let summary = try bench.take(
            ["users/delta.json": round([user("u1")]), "groups/delta.json": round(groups)], .complete)
        #expect(summary.isComplete)
        #expect(try bench.readings("user") == ["- | 1 | 1 | 1"])
        #expect(try bench.readings("groupMember") == ["g1 | 1 | 1 | 1", "g2 | 1 | 1 | 1"])
    }

    @Test func aGroupThatCameBackMayHoldMembersOfWhomNothingIsSaid() throws {
        try bench.take(["groups/delta.json": round([removed("g1", "changed")])], .complete)
        let back = group("g1", #""members@delta":[{"id":"u1"}]"#)
        let summary = try bench.take(["groups/delta.json": round([back])], .complete)
        #expect(!summary.isComplete)
        #expect(try bench.readings("groupMember").last == "g1 | 3 | 3 | 0")
    }

    @Test func aRoundWithoutItsEndIsPartial() throws {
        let summary = try bench.take(["users/delta.json": deltaPage([removed("u1")])], .complete)
        #expect(
            summary.reasons(.incomplete) == [
                "delta.json: user: its last page is missing: no deltaLink ends it"
            ])
        #expect(try bench.open("user") == ["u2", "u3"])
    }

    @Test func changesBesideTheWholeListComeAfterIt() throws {
        let summary = try bench.take([
            "users.json": page(users(1...3)), "groups.json": page([group("g1"), group("e1")]),
            "groups/e1/members.json": page([object("u1")]), "groups/g1/members.json": page([object("u1")]),
            "users/delta.json": round([removed("u3"), user("u4")]),
            "groups/delta.json": round([
                group("e1", #""members@delta":[{"id":"u1","@removed":{"reason":"deleted"}}]"#)
            ]),
        ])
        #expect(summary.isComplete)
        #expect(try bench.open("user") == ["u1", "u2", "u4"])
        #expect(try bench.openChildren("groupMember") == ["g1 | u1"])
    }

    @Test func ofAnEarlierMomentARoundChangesNothing() throws {
        #expect(throws: ImportError.self) {
            try bench.take(["users/delta.json": round([removed("u1")])], at: "2026-05-01", .complete)
        }
        #expect(try bench.open("user") == ["u1", "u2", "u3"])
    }

    private func managers() throws -> [String] {
        try bench.rows(
            """
            SELECT i.id, m.id FROM user u JOIN ident i ON i.key = u.key JOIN ident m ON m.key = u.manager
            WHERE u.until IS NULL
            """)
    }
}

private let deltaRoot = "https://graph.microsoft.com/v1.0/users/delta"

/// A page of changes that another one follows.
private func deltaPage(_ items: [String]) -> String {
    "{\"value\":[\(items.joined(separator: ","))],\"@odata.nextLink\":\"\(deltaRoot)?$skiptoken=a\"}"
}

/// The last page of a round of changes.
private func round(_ items: [String]) -> String {
    "{\"value\":[\(items.joined(separator: ","))],\"@odata.deltaLink\":\"\(deltaRoot)?$deltatoken=b\"}"
}

private func removed(_ id: String, _ reason: String = "deleted") -> String {
    object(id, "\"@removed\":{\"reason\":\"\(reason)\"}")
}

private func group(_ id: String, _ more: String = "") -> String {
    object(id, "\"displayName\":\"Buyers\",\"groupTypes\":[]" + (more.isEmpty ? "" : "," + more))
}

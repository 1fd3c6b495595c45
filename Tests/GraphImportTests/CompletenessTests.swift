import GraphImport
import Store
import Testing

/// ACCESS.md 6: which collections are complete, and what that closes.
@Suite struct CompletenessTests {
    let bench: ImportBench

    init() throws {
        bench = try ImportBench()
        try bench.take(["users.json": page(users(1...3))])
    }

    @Test func oneLastPageIsCompleteAndClosesTheOthers() throws {
        let summary = try bench.take([
            "users-0001.json": page([user("u1")], next: true), "users-0002.json": page([user("u2")]),
        ])
        #expect(try bench.open("user") == ["u1", "u2"])
        #expect(summary.closedCount == 1)
        #expect(summary.isComplete)
        #expect(try bench.readings("user") == ["- | 1 | 2 | 1"])
    }

    @Test func whatIsClosedIsNotDeleted() throws {
        try bench.take(["users.json": page([user("u1")])])
        #expect(
            try bench.rows("SELECT since, until, displayName FROM user ORDER BY key") == [
                "1 | - | Ann Lee", "1 | 2 | Ann Lee", "1 | 2 | Ann Lee",
            ])
    }

    @Test func twoLastPagesArePartial() throws {
        let summary = try bench.take([
            "users-0001.json": page([user("u1")]), "users-0002.json": page([user("u2")]),
        ])
        #expect(try bench.open("user") == ["u1", "u2", "u3"])
        #expect(
            summary.reasons(.incomplete) == ["users-0001.json: user: 2 of its pages claim to be the last"])
        #expect(try bench.readings("user") == ["- | 1 | 1 | 1", "- | 2 | 2 | 0"])
    }

    @Test func aNextLinkThatNoPageFollowsIsPartial() throws {
        let summary = try bench.take(["users.json": page([user("u1")], next: true)])
        #expect(try bench.open("user") == ["u1", "u2", "u3"])
        #expect(
            summary.reasons(.incomplete) == [
                "users.json: user: its last page is missing: a nextLink leads on"
            ])
    }

    @Test(arguments: ["5", "\"\"", "true", "{}"])
    func aNextLinkOfAnyOtherKindLeadsOnToo(link: String) throws {
        try bench.take(["users.json": "{\"value\":[\(user("u1"))],\"@odata.nextLink\":\(link)}"])
        #expect(try bench.open("user") == ["u1", "u2", "u3"])
    }

    @Test func aNextLinkThatIsNullIsNone() throws {
        try bench.take(["users.json": "{\"value\":[\(user("u1"))],\"@odata.nextLink\":null}"])
        #expect(try bench.open("user") == ["u1"])
    }

    @Test func aCountLargerThanTheItemsIsPartial() throws {
        let summary = try bench.take(["users.json": page([user("u1")], count: 2)])
        #expect(try bench.open("user") == ["u1", "u2", "u3"])
        #expect(summary.reasons(.incomplete) == ["users.json: user: @odata.count says 2, its pages hold 1"])
    }

    @Test func aCountSmallerThanTheItemsMeansNothing() throws {
        let summary = try bench.take(["users.json": page([user("u1"), user("u2")], count: 1)])
        #expect(try bench.open("user") == ["u1", "u2"])
        #expect(summary.isComplete)
    }

    @Test func theCountIsOfAllPagesTogether() throws {
        let summary = try bench.take([
            "users-0001.json": page([user("u1")], next: true, count: 2),
            "users-0002.json": page([user("u2")]),
        ])
        #expect(summary.isComplete)
    }

    @Test func anEmptyCompleteCollectionClosesAll() throws {
        try bench.take(["users.json": page([])])
        #expect(try bench.open("user").isEmpty)
    }

    @Test func aBareArrayIsCompleteForWhatItHolds() throws {
        let summary = try bench.take(["users.json": list([user("u1")])])
        #expect(try bench.open("user") == ["u1"])
        #expect(summary.isComplete)
    }

    @Test func aSingleEntityClosesNothing() throws {
        let summary = try bench.take(["u1.json": user("u1", "Ann Smith")])
        #expect(try bench.open("user", "displayName") == ["u1 | Ann Smith", "u2 | Ann Lee", "u3 | Ann Lee"])
        #expect(summary.isComplete)
        #expect(try bench.readings("user") == ["- | 1 | 1 | 1"])
    }

    @Test func aDeltaPageClosesOnlyWhatItSays() throws {
        let page =
            "{\"value\":[\(user("u1"))],\"@odata.deltaLink\":\"https://graph.microsoft.com/v1.0/delta\"}"
        try bench.take(["users.json": page])
        #expect(try bench.open("user") == ["u1", "u2", "u3"])
    }

    @Test func aCollectionThatIsNotExportedIsNotRead() throws {
        try bench.take(["groups.json": page([object("g1", "\"groupTypes\":[]")])])
        #expect(try bench.open("user") == ["u1", "u2", "u3"])
        #expect(try bench.readings("user") == ["- | 1 | 1 | 1"])
    }

    @Test func aRefusedObjectMakesTheCollectionPartial() throws {
        let summary = try bench.take(["users.json": page([user("u1"), "{}"])])
        #expect(try bench.open("user") == ["u1", "u2", "u3"])
        #expect(summary.reasons(.incomplete) == ["users.json: user: 1 of its objects were refused"])
    }

    @Test func aRefusedPageMakesTheCollectionPartial() throws {
        let summary = try bench.take([
            "users-0001.json": page([user("u1")], next: true), "users-0002.json": "{\"value\":[",
        ])
        #expect(try bench.open("user") == ["u1", "u2", "u3"])
        #expect(!summary.isComplete)
    }
}

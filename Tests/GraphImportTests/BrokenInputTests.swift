import Foundation
import GraphImport
import Model
import Store
import Testing

/// A broken file is refused with its place, and the others go on (DESIGN.md 7).
@Suite struct BrokenInputTests {
    let bench: ImportBench

    init() throws {
        bench = try ImportBench()
    }

    @Test(arguments: [
        ("{\"value\":[\n  {\"id\":\"u1\"},\n]}", "3:1: expected a value"),
        ("{\"value\":[\n  {\"id\":\"u1\"} {\"id\":\"u2\"}]}", "2:15: expected ',' or ']'"),
        ("{\"value\":[{\"id\":\"u1\"}]", "1:23: unexpected end of file"),
        ("{\"value\":[{\"id\":\"a\nb\"}]}", "1:19: unescaped newline in string"),
        ("// a comment\n[]", "1:1: comment"),
        ("[\"\u{0}\"]", "1:3: unescaped control character in string"),
        (String(repeating: "[", count: 5000), "1:1025: nested deeper than 1024"),
    ])
    func brokenFilesAreRefusedWithLineAndColumn(text: String, place: String) throws {
        let summary = try bench.take(["bad.json": text, "users.json": page([user("u1")])])
        let reason = try #require(summary.reasons(.refused).first)
        #expect(reason.hasPrefix("bad.json:"))
        #expect(summary.reasons(.refused).count == 1)
        #expect(reason.contains(#/:[0-9]+:[0-9]+: /#))
        if !place.contains("expected a value") { #expect(reason == "bad.json:" + place) }
        #expect(try bench.open("user") == ["u1"])
        #expect(!summary.isComplete)
    }

    @Test(arguments: [
        (Data(), "holds no JSON document"), (Data(" \n".utf8), "holds no JSON document"),
        (Data([0x1F, 0x8B, 8, 0, 0]), "gzip data ends early"),
        (Data([0x5B, 0x22, 0xFF, 0x22, 0x5D]), "invalid UTF-8"),
    ])
    func unreadableFilesAreRefusedWithTheReason(data: Data, reason: String) throws {
        let summary = try bench.take(data: ["bad.json": data, "users.json": Data(page([user("u1")]).utf8)])
        #expect(summary.reasons(.refused).count == 1)
        #expect(try #require(summary.reasons(.refused).first).contains(reason))
        #expect(try bench.open("user") == ["u1"])
    }

    @Test func aLineAloneIsAPlaceToo() throws {
        let summary = try bench.take([
            "bad.json": "\n{\"value\":[],\"value\":[]}", "users.json": page([user("u1")]),
        ])
        #expect(summary.reasons(.refused) == ["bad.json:2: member 'value' is given twice"])
    }

    @Test func aBrokenFileGivesNoRows() throws {
        try bench.take([
            "users.json": page([user("u1")]), "x/users.json": user("u2") + "\n" + user("u3") + "\n{",
        ])
        #expect(try bench.open("user") == ["u1"])
    }

    @Test(arguments: [
        "{}", "{\"id\":null}", "{\"id\":\"\"}", "{\"id\":7}", "{\"id\":[\"u2\"]}", "\"u2\"", "null", "[]",
    ])
    func anObjectWithoutAnIdIsRefusedWithItsPlace(item: String) throws {
        let text = "{\"value\":[\n\(user("u1")),\n\(item)]}"
        let summary = try bench.take(["users.json": text])
        #expect(summary.reasons(.refused) == ["users.json:3: user without an id"])
        #expect(try bench.open("user") == ["u1"])
        #expect(!summary.isComplete)
    }

    @Test func anInlinedObjectWithoutAnIdIsRefusedWithItsPlace() throws {
        let summary = try bench.take([
            "accessPackages.json": page([
                object("k1", #""isHidden":false,"incompatibleAccessPackages":[{"id":"k2"},{}]"#)
            ])
        ])
        #expect(summary.reasons(.refused) == ["accessPackages.json:1: incompatiblePackage without an id"])
        #expect(try bench.openChildren("incompatiblePackage") == ["k1 | k2"])
    }

    @Test func manyObjectsWithoutAnIdAreCountedNotListed() throws {
        let items = [user("u1")] + Array(repeating: "{}", count: 5000)
        let summary = try bench.take(["users.json": page(items)])
        #expect(summary.remarks.count < 200)
        #expect(summary.counts.first { $0.entity == "user" }?.skipped == 5000)
        #expect(summary.remarks.contains { $0.reason.contains("4900 more") })
    }

    @Test func unknownFieldsAreCounted() throws {
        let summary = try bench.take([
            "users.json": page([
                user("u1", "Ann", #","shoeSize":42"#), user("u2", "Bob", #","shoeSize":null"#),
            ])
        ])
        #expect(
            summary.reasons(.unknown) == ["user.shoeSize: 2 objects have this field, which is not imported"])
        #expect(summary.isComplete)
    }

    @Test func aFloodOfUnknownFieldsIsBounded() throws {
        let items = (1...5000).map { user("u\($0)", "Ann", ",\"field\($0)\":1") }
        let summary = try bench.take(["users.json": page(items)])
        #expect(summary.reasons(.unknown).count < 1100)
        #expect(try bench.open("user").count == 5000)
    }

    @Test func unknownTypesAreLeftAsideWithTheReason() throws {
        let summary = try bench.take([
            "users.json": page([user("u1")]), "x.json": page([object("x1", #""shoeSize":42"#)]),
            "notes.txt": "no export at all",
        ])
        #expect(
            summary.reasons(.leftAside) == [
                "notes.txt: neither JSON nor a table that is known",
                "x.json: its members tell no entity that is imported",
            ])
        #expect(summary.isComplete)
    }

    @Test func anAnswerThatIsAnErrorIsLeftAsideWithItsCode() throws {
        let summary = try bench.take([
            "users.json": page([user("u1")]),
            "groups.json":
                #"{"error":{"code":"Authorization_RequestDenied","message":"Insufficient privileges"}}"#,
        ])
        #expect(
            summary.reasons(.leftAside) == ["groups.json: an error of Graph: Authorization_RequestDenied"])
    }

    @Test func valuesOfAnotherKindAreSaid() throws {
        let summary = try bench.take([
            "users.json": page([user("u1", "Ann", #","createdDateTime":"soon","accountEnabled":"yes""#)])
        ])
        #expect(
            summary.reasons(.unknown).sorted() == [
                "user.accountEnabled: 1 objects have a value here that is no boolean and counts as empty",
                "user.createdAt: 1 objects have a value here that is no moment and counts as empty",
            ])
    }

    @Test func sentinelsAreNoFault() throws {
        let summary = try bench.take([
            "assignments.json": page([
                object(
                    "a1",
                    #""state":"delivered","target":{"id":"s1"},"expiredDateTime":"null","createdDateTime":"0001-01-01T00:00:00Z""#
                )
            ])
        ])
        #expect(summary.reasons(.unknown).isEmpty)
    }

    @Test func nothingKnownIsAnErrorAndLeavesNoDatabase() throws {
        #expect(throws: ImportError.self) { try bench.take(["x.json": #"{"shoeSize":42}"#]) }
        #expect(!FileManager.default.fileExists(atPath: bench.database))
        #expect(throws: ImportError.noSuchPath("/nowhere")) {
            try bench.take(paths: ["/nowhere"], at: "2026-06-01")
        }
    }
}

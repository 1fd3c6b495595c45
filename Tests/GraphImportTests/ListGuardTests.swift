import GraphImport
import Testing

/// A bare array that would close more than a fifth, and more than ten, closes nothing (ACCESS.md 6).
@Suite struct ListGuardTests {
    let bench: ImportBench

    init() throws {
        bench = try ImportBench()
    }

    private func left(of before: Int, in list: Int, _ completeness: ImportOptions.Completeness = .asTold)
        throws -> Int
    {
        try bench.take(["users.json": page(users(1...before))])
        try bench.take(["users.json": GraphImportTests.list(users(1...list))], completeness)
        return try bench.open("user").count
    }

    @Test func moreThanAFifthAndMoreThanTenClosesNothing() throws {
        #expect(try left(of: 54, in: 43) == 54)
        #expect(try bench.readings("user") == ["- | 1 | 1 | 1", "- | 2 | 2 | 0"])
    }

    @Test func exactlyAFifthIsClosed() throws {
        #expect(try left(of: 55, in: 44) == 44)
    }

    @Test func tenAreClosedHoweverMuchThatIs() throws {
        #expect(try left(of: 11, in: 1) == 1)
    }

    @Test func elevenOfElevenAreNot() throws {
        #expect(try left(of: 12, in: 1) == 12)
    }

    @Test func completeTakesTheListAsWhole() throws {
        #expect(try left(of: 54, in: 1, .complete) == 1)
        #expect(try bench.readings("user") == ["- | 1 | 2 | 1"])
    }

    @Test func partialClosesNothing() throws {
        #expect(try left(of: 3, in: 1, .partial) == 3)
        #expect(try bench.readings("user") == ["- | 1 | 1 | 1", "- | 2 | 2 | 0"])
    }

    @Test func partialHoldsForPagesToo() throws {
        try bench.take(["users.json": page(users(1...3))])
        let summary = try bench.take(["users.json": page(users(1...1))], .partial)
        #expect(try bench.open("user").count == 3)
        #expect(!summary.isComplete)
    }

    @Test func aLastPageNeedsNoGuard() throws {
        try bench.take(["users.json": page(users(1...54))])
        try bench.take(["users.json": page(users(1...1))])
        #expect(try bench.open("user").count == 1)
    }

    @Test func jsonLinesAreAListToo() throws {
        try bench.take(["users.json": page(users(1...54))])
        try bench.take(["users.jsonl": users(1...2).joined(separator: "\n")])
        #expect(try bench.open("user").count == 54)
    }
}

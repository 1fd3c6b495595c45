import Testing

/// Absent, null and said twice (ACCESS.md 2 and 6).
@Suite struct FieldTests {
    let bench: ImportBench

    init() throws {
        bench = try ImportBench()
    }

    private func columns() throws -> [String] {
        try bench.open("user", "t.displayName", "t.department", "t.accountEnabled")
    }

    @Test func absentMeansTheLastValueStands() throws {
        try bench.take([
            "users.json": page([user("u1", "Ann", #","department":"Sales","accountEnabled":true"#)])
        ])
        try bench.take(["users.json": page([user("u1", "Ann Lee")])])
        #expect(try columns() == ["u1 | Ann Lee | Sales | 1"])
    }

    @Test func nullMeansEmpty() throws {
        try bench.take([
            "users.json": page([user("u1", "Ann", #","department":"Sales","accountEnabled":true"#)])
        ])
        try bench.take(["users.json": page([user("u1", "Ann", #","department":null,"accountEnabled":null"#)])]
        )
        #expect(try columns() == ["u1 | Ann | - | -"])
    }

    @Test func anEmptyTextIsNotNull() throws {
        try bench.take(["users.json": page([user("u1", "Ann", #","department":"""#)])])
        #expect(try columns() == ["u1 | Ann |  | -"])
    }

    @Test func theLaterFileWinsFieldByField() throws {
        try bench.take([
            "b/users.json": list([user("u1", "Later", #","department":null"#)]),
            "a/users.json": list([user("u1", "Earlier", #","department":"Sales","accountEnabled":false"#)]),
        ])
        #expect(try columns() == ["u1 | Later | - | 0"])
        #expect(try bench.rows("SELECT count(*) FROM user") == ["1"])
    }

    @Test func theLaterObjectOfOneFileWins() throws {
        try bench.take(["users.json": page([user("u1", "Earlier"), user("u1", "Later")])])
        #expect(try columns() == ["u1 | Later | - | -"])
    }

    @Test func aRepeatedMemberCountsAsItsLast() throws {
        try bench.take(["users.json": page([user("u1", "Earlier", #","displayName":"Later""#)])])
        #expect(try columns() == ["u1 | Later | - | -"])
    }

    @Test func guidsAreOneWhateverTheirCase() throws {
        let upper = "AAAAAAAA-0000-4000-8000-00000000000B"
        try bench.take(["users.json": page([user(upper), user(upper.lowercased(), "Later")])])
        #expect(try columns() == ["aaaaaaaa-0000-4000-8000-00000000000b | Later | - | -"])
    }

    @Test func otherIdsAreKeptExactly() throws {
        try bench.take(["users.json": page([user("aB"), user("ab"), user("Member_x")])])
        #expect(try bench.open("user") == ["Member_x", "aB", "ab"])
    }

    @Test func aComplexValueComesWhole() throws {
        let assignment = { (schedule: String) in
            page([object("a1", "\"state\":\"delivered\",\"target\":{\"id\":\"s1\"},\"schedule\":\(schedule)")]
            )
        }
        try bench.take([
            "assignments.json": assignment(
                #"{"startDateTime":"2026-05-01T00:00:00Z","expiration":{"type":"afterDuration","duration":"P14D"}}"#
            )
        ])
        try bench.take(["assignments.json": assignment(#"{"expiration":{"type":"noExpiration"}}"#)])
        #expect(
            try bench.open("assignment", "t.startsAt", "t.expirationType", "t.expirationDuration") == [
                "a1 | - | noExpiration | -"
            ])
    }

    @Test func aReferencesNameStandsWhileItRefersToTheSame() throws {
        func package(_ catalog: String) -> String {
            page([object("k1", "\"isHidden\":false,\"catalog\":\(catalog)")])
        }
        try bench.take(["accessPackages.json": package(#"{"id":"c1","displayName":"General"}"#)])
        try bench.take(["accessPackages.json": package(#"{"id":"c1"}"#)])
        #expect(try bench.open("accessPackage", "t.catalogName") == ["k1 | General"])
        try bench.take(["accessPackages.json": package(#"{"id":"c2"}"#)])
        #expect(try bench.open("accessPackage", "t.catalogName") == ["k1 | -"])
    }

    @Test func hostileTextComesThroughWhole() throws {
        let name =
            "<script>\\\"=1+1\\\"\\r\\n\\u0000\\u202E\\uD83D\\uDE00" + String(repeating: "x", count: 10_000)
        try bench.take(["users.json": page([user("u1", name)])])
        let expected = "u1 | <script>\"=1+1\"\r\n\0\u{202E}😀" + String(repeating: "x", count: 10_000)
        #expect(try bench.open("user", "t.displayName") == [expected])
    }
}

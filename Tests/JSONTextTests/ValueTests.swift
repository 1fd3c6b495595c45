import Testing

@testable import JSONText

@Suite struct ValueTests {
    @Test func kindsAndScalarsAreRead() throws {
        let text = #"{"n":null,"b":true,"i":-7,"d":1.5,"e":2e3,"s":"a\u0000\"\n","a":[],"o":{}}"#
        try withValue(text) { value in
            var kinds: [String: JSONValue.Kind] = [:]
            value.forEachMember { kinds[$0.string] = $1.kind }
            #expect(
                kinds == [
                    "n": .null, "b": .bool, "i": .int, "d": .double, "e": .double, "s": .string, "a": .array,
                    "o": .object,
                ])
            #expect(value.member("n")?.isNull == true)
            #expect(value.member("b")?.bool == true)
            #expect(value.member("i")?.int == -7)
            #expect(value.member("i")?.double == -7)
            #expect(value.member("d")?.double == 1.5)
            #expect(value.member("e")?.double == 2000)
            #expect(value.member("s")?.string == "a\0\"\n")
            #expect(value.member("s")?.utf8.map { Array($0) } == [0x61, 0, 0x22, 0x0A])
        }
    }

    @Test func valueOfAnotherKindIsNil() throws {
        try withValue(#"{"a":"1","b":1}"#) { value in
            let string = try #require(value.member("a"))
            #expect(string.int == nil)
            #expect(string.double == nil)
            #expect(string.bool == nil)
            #expect(!string.isNull)
            #expect(string.member("a") == nil)
            string.forEachMember { _, _ in Issue.record("a string has members") }
            string.forEachElement { _ in Issue.record("a string has elements") }
            #expect(value.member("b")?.string == nil)
            value.forEachElement { _ in Issue.record("an object has elements") }
        }
    }

    @Test func numbersBeyondInt64AreDoublesOnceTheyFitNoInteger() throws {
        try withValue("{\"a\":9223372036854775807,\"b\":9223372036854775808,\"c\":-9223372036854775808}") {
            value in
            #expect(value.member("a")?.int == Int.max)
            #expect(value.member("b")?.kind == .double)
            #expect(value.member("b")?.int == nil)
            #expect(value.member("b")?.double == 9_223_372_036_854_775_808)
            #expect(value.member("b")?.rawText() == "9223372036854775808")
            #expect(value.member("c")?.int == Int.min)
        }
    }

    @Test func membersAreFoundByKeyAndOfRepeatedKeysTheLast() throws {
        try withValue(#"{"id":1,"b":2,"id":3,"":4,"й":5}"#) { value in
            #expect(value.member("id")?.int == 3)
            #expect(value.member(named: "b")?.int == 2)
            #expect(value.member("")?.int == 4)
            #expect(value.member(named: "")?.int == 4)
            #expect(value.member("й")?.int == 5)
            #expect(value.member("i") == nil)
            #expect(value.member("idx") == nil)
            var keys: [String] = []
            value.forEachMember { key, _ in keys.append(key.string) }
            #expect(keys == ["id", "b", "id", "", "й"])
        }
    }

    @Test func keysCanBeSwitchedOver() throws {
        try withValue(#"{"a":1,"id":2,"\u0069d":3,"idx":4}"#) { value in
            var found: [Int?] = []
            value.forEachMember { key, value in
                switch key {
                case "a": found.append(value.int)
                case "id": found.append(value.int)
                default: found.append(nil)
                }
            }
            #expect(found == [1, 2, 3, nil])
        }
    }

    @Test func errorsOfTheCallerEndTheWalk() throws {
        struct Stop: Error {}
        try withValue("[[1,2,3]]") { value in
            var count = 0
            #expect(throws: Stop.self) {
                try value.forEachElement { _ in
                    count += 1
                    if count == 2 { throw Stop() }
                }
            }
            #expect(count == 2)
        }
    }
}

import Testing

@testable import Reports

@Suite struct FileStemTests {
    private func stems(_ list: (String, String)...) -> [String] {
        FileStem.stems("packet", of: list.map { (id: $0.0, name: $0.1) })
    }

    @Test func theNameIsOfThePersonAndTheBeginningOfTheId() {
        #expect(
            stems(("0d81fed9-0082-78e8-3cd6-1af17bad8650", "Zoë O’Hara-Lee")) == [
                "packet-zoe-o-hara-lee-0d81fed9"
            ])
    }

    @Test(arguments: [
        ("../../etc/passwd", "packet-etc-passwd-1"),
        ("=cmd|'/c calc'!A1<script>", "packet-cmd-c-calc-a1-script-1"),
        ("a\nb\u{202E}c\u{0}d", "packet-a-b-c-d-1"), ("ليلى حداد", "packet-1"), ("", "packet-1"),
        ("CON", "packet-con-1"),
    ])
    func nothingOfANameLeadsElsewhereOrMeansSomethingToAShell(name: String, stem: String) {
        #expect(stems(("1", name)) == [stem])
    }

    @Test func aLongNameIsCut() {
        let stem = stems(("1", String(repeating: "long ", count: 2000)))[0]
        #expect(stem.utf8.count < 60)
        #expect(!stem.contains("--"))
    }

    @Test func noTwoOfAListAreAlike() {
        let list = stems(
            ("0d81fed9-0000-0000-0000-000000000001", "Ann Lee"),
            ("0d81fed9-0000-0000-0000-000000000002", "ann lee"),
            ("ä", "x"), ("a", "X"), ("A", "x"))
        #expect(list[0] == "packet-ann-lee-0d81fed9")
        #expect(list[1] == "packet-ann-lee-0d81fed9-0000-0000-0000-000000000002")
        #expect(Set(list).count == 5)
    }
}

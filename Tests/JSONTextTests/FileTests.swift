import Foundation
import Testing

@testable import JSONText

@Suite struct FileTests {
    @Test func missingFileIsNamedByTheNameItWasGiven() {
        let error = #expect(throws: JSONTextError.self) {
            try JSONFile(path: "/nonexistent/secret/users.json", name: "users.json").read { _ in }
        }
        #expect(error?.description == "users.json: cannot be opened: no such file or directory")
    }

    @Test func folderAndPipeAreNoRegularFiles() throws {
        #expect(throws: JSONTextError.notRegularFile(file: "folder")) {
            try JSONFile(path: FileManager.default.temporaryDirectory.path, name: "folder").read { _ in }
        }
        let pipe = FileManager.default.temporaryDirectory.appending(path: "jsontext-\(UUID().uuidString)")
            .path
        try #require(mkfifo(pipe, 0o600) == 0)
        defer { unlink(pipe) }
        #expect(throws: JSONTextError.notRegularFile(file: "pipe")) {
            try JSONFile(path: pipe, name: "pipe").read { _ in }
        }
    }

    @Test func observerReceivesTheFileOnceBeforeAnythingIsHandedOut() throws {
        let text = "\u{FEFF}{\"value\": [" + (1...100_000).map(String.init).joined(separator: ",") + "]} [1]"
        for bytes in [Array(text.utf8), try GzipTests.gzip(text), EncodingTests.utf16(text, bigEndian: true)]
        {
            try withFile(bytes) { path in
                var file = JSONFile(path: path)
                file.limits = .init(documentSize: 1000, windowSize: 100)
                var observed: [UInt8] = []
                try file.read(observer: { observed += $0 }) { document in
                    #expect(observed == bytes)
                    try document.forEachItem { _ in }
                }
                #expect(observed == bytes)
            }
        }
    }

    @Test func fileIsReadInLargePiecesHoweverSmallItsDocumentsAre() throws {
        let id = "{\"id\": \"0123456789\"}"
        let lines = String(repeating: id + "\n", count: 100_000)
        let page = "{\"value\": [" + String(repeating: id + ",", count: 100_000) + "1]}"
        for text in [lines, page] {
            try withFile(text.utf8) { path in
                var file = JSONFile(path: path)
                file.limits.documentSize = 1 << 17
                file.limits.windowSize = 1 << 16
                var pieces = 0
                var items = 0
                try file.read(observer: { _ in pieces += 1 }) { document in
                    try document.forEachItem { _ in items += 1 }
                }
                #expect(items >= 100_000)
                #expect(pieces < 200)
            }
        }
    }

    @Test func fileThatIsWrittenToWhileItIsReadIsRefused() throws {
        for limits in [JSONLimits(), .small] {
            try withFile("[1, 2, 3, 4, 5, 6, 7, 8, 9]\n[2]".utf8) { path in
                var file = JSONFile(path: path, name: "f.json")
                file.limits = limits
                #expect(throws: JSONTextError.changed(file: "f.json")) {
                    try file.read { _ in
                        try Data("[\"other\"".utf8).write(to: URL(filePath: path), options: [])
                    }
                }
            }
        }
    }

    @Test func errorsOfTheCallerArePassedOn() throws {
        struct Stop: Error {}
        try withFile("[1][2]".utf8) { path in
            var count = 0
            #expect(throws: Stop.self) {
                try JSONFile(path: path).read { _ in
                    count += 1
                    throw Stop()
                }
            }
            #expect(count == 1)
        }
    }

    @Test func documentCannotBeUsedBeyondItsCallback() throws {
        try withFile("[1][2]".utf8) { path in
            var kept: JSONDocument?
            try JSONFile(path: path, name: "f.json").read { document in
                if let kept {
                    #expect(throws: JSONTextError.documentNotAtHand(file: "f.json")) {
                        try kept.forEachItem { _ in }
                    }
                }
                kept = document
            }
            #expect(throws: JSONTextError.documentNotAtHand(file: "f.json")) {
                try kept?.forEachItem { _ in }
            }
        }
    }

    @Test func itemsCannotBeAskedForWithinTheirOwnCallback() throws {
        try withFile("[1]".utf8) { path in
            try JSONFile(path: path, name: "f.json").read { document in
                try document.forEachItem { _ in
                    #expect(throws: JSONTextError.documentNotAtHand(file: "f.json")) {
                        try document.forEachItem { _ in }
                    }
                }
            }
        }
    }

    @Test func errorsHoldNothingOfTheFile() throws {
        let secret = "Sieglinde"
        for text in [
            "{\(secret)", "[\"\(secret)\n\"]", "{\"\(secret)\" 1}", "[\"\\\(secret)\"]",
            "{\"value\":1,\"value\":\"\(secret)\"}",
        ] {
            #expect(try words(of: text)?.contains(secret) == false)
        }
    }
}

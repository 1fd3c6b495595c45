import Foundation
import GraphSchema
import TestKit
import Testing

/// A file of metadata is hostile until it is read.
@Suite struct MetadataTests {
    /// What reading says, without the path.
    private func refusal(_ data: Data) throws -> String {
        let folder = try TemporaryFolder()
        try folder.write("m.csdl", data)
        do {
            _ = try Metadata.read(folder.path("m.csdl"))
            return "read"
        } catch {
            return "\(error)".replacing(folder.path + "/", with: "")
        }
    }

    private func refusal(_ text: String) throws -> String { try refusal(Data(text.utf8)) }

    @Test func brokenXMLIsToldWithItsPlace() throws {
        let text = document(
            "<EntityType Name=\"a\">\n  <Property Name=\"b\" Type=\"Edm.String\">\n</EntityType>")
        #expect(try refusal(text).hasPrefix("m.csdl:6:14: Opening and ending tag mismatch: Property"))
        #expect(try refusal("").hasPrefix("m.csdl:1:1: Document is empty"))
        #expect(try refusal("{\"value\":[]}").hasPrefix("m.csdl:1:1: Start tag expected"))
        #expect(try refusal(Data([0x3C, 0x61, 0x3E, 0xFF, 0xFE, 0x3C, 0x2F])).hasPrefix("m.csdl:1:"))
    }

    @Test func everyCutIsRefused() throws {
        let text = Array(
            document("<EntityType Name=\"a\"><Property Name=\"b\" Type=\"c\"/></EntityType>").utf8)
        for count in stride(from: 0, to: text.count - 1, by: 7) {
            #expect(try refusal(Data(text[..<count])).contains(#/^m\.csdl:[0-9]+:[0-9]+: ./#))
        }
        #expect(try refusal(Data(text)) == "read")
    }

    @Test func entitiesThatGrowAreRefused() throws {
        var laughs = "<!DOCTYPE lol [<!ENTITY l0 \"lol\">"
        for level in 1...9 {
            laughs += "<!ENTITY l\(level) \"" + String(repeating: "&l\(level - 1);", count: 10) + "\">"
        }
        #expect(
            try refusal(laughs + "]><a b=\"&l9;\">&l9;</a>")
                == "m.csdl:1:15: a document type declaration, which no $metadata has")
    }

    @Test(.timeLimit(.minutes(1))) func nothingIsFetched() throws {
        // Reading a pipe that nobody writes to would not end.
        let folder = try TemporaryFolder()
        let pipe = folder.path("pipe")
        try #require(mkfifo(pipe, 0o600) == 0)
        for text in [
            "<!DOCTYPE a SYSTEM \"\(pipe)\"><a/>", "<!DOCTYPE a [<!ENTITY e SYSTEM \"\(pipe)\">]><a>&e;</a>",
            "<!DOCTYPE a [<!ENTITY % e SYSTEM \"\(pipe)\"> %e;]><a/>",
        ] {
            #expect(try refusal(text).contains("a document type declaration"))
        }
    }

    @Test func deepNestingIsRefused() throws {
        let text = document(String(repeating: "<a>", count: 100_000))
        #expect(try refusal(text).contains(#/^m\.csdl:4:[0-9]+: Excessive depth/#))
    }

    @Test func whatIsTooLargeIsRefused() throws {
        let blank = String(repeating: " ", count: 33 << 20)
        #expect(try refusal(document(blank)).contains("larger than 32 MB"))
        let types = String(repeating: "<EnumType Name=\"a\"/>", count: 400_001)
        #expect(try refusal(document(types)).contains("more than 400000 types"))
    }

    @Test func elementsThatLackTheirNameAreRefused() throws {
        #expect(
            try refusal(document("<EntityType Name=\"a\">\n<Property Name=\"b\"/></EntityType>"))
                .contains(#/^m\.csdl:5:[0-9]+: Property has no Type$/#))
        #expect(try refusal(document("<EnumType/>")).hasSuffix("EnumType has no Name"))
    }

    @Test func whatIsNoMetadataIsToldSo() throws {
        #expect(try refusal("<html><body/></html>").contains("holds no types of OData"))
        let folder = try TemporaryFolder()
        #expect(throws: GraphSchemaError.self) { try Metadata.read(folder.path("absent")) }
        #expect(
            throws: GraphSchemaError.unreadable(
                path: folder.path, problem: "it is a folder; name the file with the $metadata")
        ) { try Metadata.read(folder.path) }
        try folder.write("m.csdl", document("<EntityType Name=\"bicycle\"/>"))
        #expect(throws: GraphSchemaError.foreign(path: folder.path("m.csdl"))) {
            try SchemaCheck.run(folder.path("m.csdl"))
        }
    }

    @Test func aTextThatIsNotInItsEncodingIsRefused() throws {
        var bytes = Data("<?xml version=\"1.0\" encoding=\"EUC-JP\"?><a>".utf8)
        bytes += Data(repeating: 0xFF, count: 5_000)
        #expect(try refusal(bytes).contains(#/^m\.csdl:1:[0-9]+: input conversion failed/#))
    }

    @Test func otherEncodingsAreRead() throws {
        let text = document("<EntityType Name=\"a\"/>").replacing("utf-8", with: "utf-16")
        #expect(try refusal(#require(text.data(using: .utf16))) == "read")
    }
}

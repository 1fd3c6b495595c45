import Testing

@testable import Reports

@Suite struct KeptBytesTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    /// What a file holds after the body.
    private func written(_ body: (ByteWriter) -> Void) throws -> String {
        let file = try OutputFile(folder: folder.path, name: "kept")
        body(file.writer)
        try file.finish()
        try file.publish()
        return try folder.read("kept")
    }

    @Test(arguments: [0, 5, 1000])
    func whatIsKeptIsWrittenAgain(limit: Int) throws {
        var kept = KeptBytes(limit: limit)
        let keys = [1, 1, 2, 1, 3, 3, 2, 1, 4, 4]
        let text = try written { writer in
            for key in keys where !kept.write(key, to: writer) {
                let bytes = writer.recorded { writer.write(text: "(\(key))") }
                if let bytes { kept.keep(bytes, under: key) }
            }
        }
        #expect(text == keys.map { "(\($0))" }.joined())
    }

    @Test func whatDoesNotFitIntoTheBufferIsWrittenButNotRecorded() throws {
        let long = String(repeating: "x", count: 300_000)
        let text = try written { writer in
            #expect(writer.recorded { writer.write(text: long) } == nil)
        }
        #expect(text == long)
    }
}

import Foundation
import Testing

/// The arrows between the modules (DESIGN.md 3), held by reading what every file imports.
@Suite struct ModuleImportTests {
    /// Module → modules of this package and packages from outside that it may import; Foundation and the standard
    /// library's own modules are free.
    private static let allowed: [String: Set<String>] = [
        "Model": [],
        "Access": ["Model"],
        "Store": ["Model", "Crypto", "GRDB", "GRDBSQLite"],
        "JSONText": ["CSimdjson", "CZlib"],
        "TableText": [],
        "Archives": ["CLibArchive"],
        "GraphImport": ["Model", "Store", "JSONText", "TableText", "Archives"],
        "GraphSchema": ["GraphImport", "CLibXML2"],
        "GraphClient": ["Model", "CZlib", "Crypto", "CryptoExtras", "FoundationNetworking"],
        "Resolution": ["Model", "Access", "Store"],
        "Reports": [
            "Model", "Access", "Store", "Resolution", "CLibXML2", "CXLSXWriter", "CZlib", "Crypto",
            "Mustache", "Yams",
        ],
        "Nightly": ["Model", "Store", "GraphImport", "GraphClient", "Resolution", "Reports", "Crypto"],
        "EmbedTool": [],
        "tenure": [
            "Model", "Access", "Archives", "Store", "GraphImport", "GraphSchema", "GraphClient", "Resolution",
            "Reports", "Nightly", "ArgumentParser",
        ],
    ]

    private static let free: Set<String> = [
        "Foundation", "Dispatch", "Synchronization", "Glibc", "Musl", "Darwin",
    ]

    private static let sources = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Sources")

    private static let modules: [String] = {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: sources.path)) ?? []
        return names.filter { name in !swiftFiles(of: name).isEmpty }.sorted()
    }()

    private static func swiftFiles(of module: String) -> [URL] {
        let files = FileManager.default.enumerator(
            at: sources.appending(path: module), includingPropertiesForKeys: nil)
        return (files?.compactMap { $0 as? URL } ?? []).filter { $0.pathExtension == "swift" }
    }

    /// The modules that a source text imports, whatever stands before `import`.
    static func imports(in text: String) -> [String] {
        text.split(separator: "\n").compactMap { line in
            var words = line.split(separator: " ", omittingEmptySubsequences: true)[...]
            while let word = words.first,
                word.hasPrefix("@") || ["public", "package", "internal", "private"].contains(word)
            {
                words.removeFirst()
            }
            guard words.popFirst() == "import", let name = words.last else { return nil }
            return name.split(separator: ".").first.map(String.init)
        }
    }

    @Test(arguments: modules)
    func aModuleImportsOnlyWhatIsBelowIt(module: String) throws {
        let allowed = try #require(Self.allowed[module], "a new module: say here what it may import")
        for file in Self.swiftFiles(of: module) {
            let text = try String(decoding: Data(contentsOf: file), as: UTF8.self)
            let others = Set(Self.imports(in: text)).subtracting(allowed).subtracting(Self.free)
            #expect(others.isEmpty, "\(module)/\(file.lastPathComponent) imports \(others.sorted())")
        }
    }

    @Test func theSourcesAreFound() {
        #expect(Self.modules.contains("Model"))
        #expect(Self.modules.contains("tenure"))
    }

    @Test func importsAreReadWithTheirAttributes() {
        let text = """
            import Model
            public import GRDB
            @testable internal import Store
            import struct Foundation.Data
              import Glibc
            // import Yams
            """
        #expect(Self.imports(in: text) == ["Model", "GRDB", "Store", "Foundation", "Glibc"])
    }
}

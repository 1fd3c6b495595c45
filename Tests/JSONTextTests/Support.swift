import Foundation
import Testing

@testable import JSONText

/// What a test sees of a document.
struct SeenDocument: Equatable, CustomStringConvertible {
    var shape: JSONDocument.Shape
    var line: Int
    var envelope: String
    var items: [String]
    var itemLines: [Int]

    var description: String { "\(shape) line \(line) \(envelope) \(items) lines \(itemLines)" }
}

extension JSONLimits {
    /// So small that the documents of tests are cut.
    static let small = JSONLimits(documentSize: 16, windowSize: 8, itemSize: 1 << 16, envelopeSize: 1 << 16)
}

/// Writes a file, hands out its path, and removes it.
func withFile<Result>(_ bytes: some Sequence<UInt8>, _ body: (String) throws -> Result) throws -> Result {
    let url = FileManager.default.temporaryDirectory.appending(path: "jsontext-\(UUID().uuidString)")
    try Data(bytes).write(to: url)
    defer { try? FileManager.default.removeItem(at: url) }  // What is left lies among temporary files.
    return try body(url.path)
}

/// Reads bytes as the file `f.json`.
func documents(
    in bytes: some Sequence<UInt8>, limits: JSONLimits = JSONLimits()
) throws -> [SeenDocument] {
    try withFile(bytes) { path in
        var file = JSONFile(path: path, name: "f.json")
        file.limits = limits
        var seen: [SeenDocument] = []
        try file.read { document in
            var items: [String] = []
            var lines: [Int] = []
            try document.forEachItem { item in
                #expect(item.index == items.count)
                items.append(item.value.rawText())
                lines.append(item.line)
            }
            seen.append(
                SeenDocument(
                    shape: document.shape, line: document.line, envelope: document.envelope.rawText(),
                    items: items, itemLines: lines))
        }
        return seen
    }
}

func documents(in text: String, limits: JSONLimits = JSONLimits()) throws -> [SeenDocument] {
    try documents(in: text.utf8, limits: limits)
}

/// The items of all documents.
func items(in text: String, limits: JSONLimits = JSONLimits()) throws -> [String] {
    try documents(in: text, limits: limits).flatMap(\.items)
}

/// Reads the first item of a text.
func withValue(_ text: String, _ body: (JSONValue) throws -> Void) throws {
    try withFile(text.utf8) { path in
        try JSONFile(path: path).read { document in
            try document.forEachItem { try body($0.value) }
        }
    }
}

/// The error a text is refused with; an issue is recorded if anything of it is handed out.
func refusal(
    of bytes: some Sequence<UInt8>, limits: JSONLimits = JSONLimits(),
    sourceLocation: SourceLocation = #_sourceLocation
) throws -> JSONTextError? {
    try withFile(bytes) { path in
        var file = JSONFile(path: path, name: "f.json")
        file.limits = limits
        return #expect(throws: JSONTextError.self, sourceLocation: sourceLocation) {
            try file.read { _ in Issue.record("handed out", sourceLocation: sourceLocation) }
        }
    }
}

/// The words a text is refused with.
func words(
    of text: String, limits: JSONLimits = JSONLimits(), sourceLocation: SourceLocation = #_sourceLocation
) throws -> String? {
    try refusal(of: text.utf8, limits: limits, sourceLocation: sourceLocation)?.description
}

import CSimdjson

/// The reading of one file: what is in memory of it, and the steps that all passes share.
final class Reading {
    let input: TextInput
    let buffer = TextBuffer()
    /// For documents and windows.
    let parser: Parser
    /// For the members around items that are cut, which are needed as long as the items.
    let skeletonParser: Parser
    let limits: JSONLimits
    /// The document that is being handed out; counts up, so that none passes for another.
    var ticket = 0
    var isHandingOutItems = false

    var name: String { input.name }

    init(input: TextInput, limits: JSONLimits) throws(JSONTextError) {
        guard let parser = Parser(), let skeletonParser = Parser() else {
            throw .outOfMemory(file: input.name)
        }
        self.input = input
        self.parser = parser
        self.skeletonParser = skeletonParser
        self.limits = limits
    }

    func go(to place: CutDocument.Place) throws(JSONTextError) {
        try input.seek(to: place.offset)
        buffer.restart(at: place)
    }

    /// Parses the text around the items of a cut document.
    func parseSkeleton(_ text: [UInt8]) throws -> JSONValue {
        let padded = TextBuffer(capacity: text.count)
        text.withUnsafeBytes { padded.append($0) }
        return try parse(padded.bytes(0..<text.count), with: skeletonParser, depth: limits.depth)
    }

    /// Parses items with the commas between them as an array.
    func parseItems(_ range: Range<Int>, ofPage isPage: Bool) throws -> JSONValue {
        // The items of a page lie within an object and an array, here within an array only.
        let depth = limits.depth - (isPage ? 1 : 0)
        return try buffer.withBrackets(around: range) { text in
            try parse(text, with: parser, depth: depth)
        }
    }

    func parse(_ text: UnsafeRawBufferPointer, with parser: Parser, depth: Int) throws -> JSONValue {
        do {
            return try parser.parse(text, depth: depth)
        } catch {
            guard !error.isOutOfMemory else { throw JSONTextError.outOfMemory(file: name) }
            throw Broken(otherwise: .refused(file: name, line: buffer.line, reason: error.reason))
        }
    }
}

/// The text is not valid, or so it seems; the place is still to be found.
struct Broken: Error {
    /// What to say if no fault is found.
    let otherwise: JSONTextError
}

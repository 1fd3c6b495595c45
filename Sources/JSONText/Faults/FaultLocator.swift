/// Finds the first fault in a text that is not JSON, and where it is.
///
/// A strict parser that keeps nothing but its place and the containers it is in, so that it can be fed text
/// of any size in pieces. It runs only when simdjson, which does not tell the place, has refused a text.
struct FaultLocator {
    /// What may come next.
    enum State {
        /// A document, or the end of the text; of a byte order mark so many bytes were seen.
        case document(mark: Int)
        case value
        case element(isFirst: Bool)
        case key(isFirst: Bool)
        case colon
        /// A comma or the end of the container.
        case comma
        case string(StringChecker, isKey: Bool)
        case number(NumberChecker)
        case word(WordChecker)
    }

    let depthLimit: Int
    var state = State.document(mark: 0)
    var containers: [JSONFault.Closing] = []
    /// Of the byte that is looked at.
    var place = TextPlace()
    /// Of the last comma.
    var comma = TextPlace()
    /// Of the bracket that last went one beyond the limit.
    var bracketTooDeep = TextPlace()

    init(depthLimit: Int) { self.depthLimit = depthLimit }

    /// Looks through the next piece of the text.
    mutating func check(_ bytes: UnsafeRawBufferPointer) throws(LocatedFault) {
        for byte in bytes {
            try take(byte)
            place.advance(over: byte)
        }
    }

    /// Says that there is no more text.
    mutating func checkEnd() throws(LocatedFault) {
        switch state {
        case .document(mark: 0): break
        case .string: throw fault(.endOfFileInString)
        case .number(let number):
            try number.end(.endOfFile)
            if !containers.isEmpty { throw fault(.endOfFile) }
        case .word(let word):
            if !word.isWhole || !containers.isEmpty { throw fault(.endOfFile) }
        default: throw fault(.endOfFile)
        }
    }

    private mutating func take(_ byte: UInt8) throws(LocatedFault) {
        switch state {
        case .string(var string, let isKey):
            let isEnd = try string.takes(byte, at: place)
            if isEnd { endString(isKey: isKey) } else { state = .string(string, isKey: isKey) }
        case .number(var number):
            guard try number.takes(byte) else { return try takeBehindValue(byte) }
            state = .number(number)
        case .word(var word):
            guard try word.takes(byte) else { return try takeBehindValue(byte) }
            state = .word(word)
        default:
            if !byte.isJSONBlank || state.isWithinMark { try takeToken(byte) }
        }
    }

    private mutating func takeBehindValue(_ byte: UInt8) throws(LocatedFault) {
        endValue()
        if !byte.isJSONBlank { try takeToken(byte) }
    }

    private mutating func endString(isKey: Bool) {
        if isKey { state = .colon } else { endValue() }
    }

    mutating func endValue() {
        state = containers.isEmpty ? .document(mark: 0) : .comma
    }

    func fault(_ fault: JSONFault) -> LocatedFault { LocatedFault(fault: fault, place: place) }
}

extension FaultLocator.State {
    var isWithinMark: Bool {
        if case .document(let mark) = self { mark > 0 } else { false }
    }
}

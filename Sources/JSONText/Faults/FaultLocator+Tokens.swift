extension FaultLocator {
    private static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

    /// Takes a byte outside of strings, numbers and words.
    mutating func takeToken(_ byte: UInt8) throws(LocatedFault) {
        switch state {
        case .document(let mark): try takeDocument(byte, mark: mark)
        case .value: try beginValue(byte, else: .expectedValue)
        case .element(let isFirst):
            guard byte != UInt8(ascii: "]") else { return try endContainer(.array, isFirst: isFirst) }
            try checkDepth()
            try beginValue(byte, else: .expectedValue)
        case .key(let isFirst):
            guard byte != UInt8(ascii: "}") else { return try endContainer(.object, isFirst: isFirst) }
            try checkDepth()
            guard byte == UInt8(ascii: "\"") else { throw fault(.expectedKey, unless: byte) }
            state = .string(StringChecker(), isKey: true)
        case .colon:
            guard byte == UInt8(ascii: ":") else { throw fault(.expectedColon, unless: byte) }
            state = .value
        case .comma: try takeComma(byte)
        case .string, .number, .word: break
        }
    }

    private mutating func takeDocument(_ byte: UInt8, mark: Int) throws(LocatedFault) {
        if byte == Self.byteOrderMark[mark] {
            state = .document(mark: (mark + 1) % 3)
        } else {
            guard mark == 0 else { throw fault(.invalidUTF8) }
            try beginValue(byte, else: .expectedDocument)
        }
    }

    private mutating func beginValue(_ byte: UInt8, else expectation: JSONFault) throws(LocatedFault) {
        switch byte {
        case UInt8(ascii: "{"): beginContainer(.object, .key(isFirst: true))
        case UInt8(ascii: "["): beginContainer(.array, .element(isFirst: true))
        case UInt8(ascii: "\""): state = .string(StringChecker(), isKey: false)
        default:
            var number = NumberChecker(at: place)
            if byte == UInt8(ascii: "-") || byte.isASCIIDigit, try number.takes(byte) {
                state = .number(number)
            } else if let word = WordChecker(byte, at: place) {
                state = .word(word)
            } else {
                throw fault(expectation, unless: byte)
            }
        }
    }

    private mutating func takeComma(_ byte: UInt8) throws(LocatedFault) {
        guard let container = containers.last else { return }
        if byte == UInt8(ascii: ",") {
            comma = place
            state = container == .array ? .element(isFirst: false) : .key(isFirst: false)
        } else if byte == container.rawValue.asciiValue {
            try endContainer(container, isFirst: true)
        } else {
            throw fault(.expectedComma(or: container), unless: byte)
        }
    }

    private mutating func beginContainer(_ container: JSONFault.Closing, _ next: State) {
        if containers.count == depthLimit { bracketTooDeep = place }
        containers.append(container)
        state = next
    }

    /// simdjson does not count an empty array or object, so this is asked when it turns out not to be empty.
    private func checkDepth() throws(LocatedFault) {
        guard containers.count > depthLimit else { return }
        throw LocatedFault(fault: .tooDeep(limit: depthLimit), place: bracketTooDeep)
    }

    /// `isFirst` says that no comma stands before the bracket.
    private mutating func endContainer(
        _ container: JSONFault.Closing, isFirst: Bool
    ) throws(LocatedFault) {
        guard isFirst else { throw LocatedFault(fault: .trailingComma(before: container), place: comma) }
        containers.removeLast()
        endValue()
    }

    /// What was expected, unless the byte itself says more about what is wrong.
    private func fault(_ expectation: JSONFault, unless byte: UInt8) -> LocatedFault {
        switch byte {
        case UInt8(ascii: "/"): fault(.comment)
        case 0: fault(.zeroByte)
        case 0x80..<0xC2, 0xF5...0xFF: fault(.invalidUTF8)
        default: fault(expectation)
        }
    }
}

/// Checks `true`, `false` or `null` byte by byte.
struct WordChecker {
    private let word: StaticString
    private let start: TextPlace
    private var count = 1

    /// nil if none of the words begins with this byte.
    init?(_ byte: UInt8, at place: TextPlace) {
        switch byte {
        case UInt8(ascii: "t"): word = "true"
        case UInt8(ascii: "f"): word = "false"
        case UInt8(ascii: "n"): word = "null"
        default: return nil
        }
        start = place
    }

    var isWhole: Bool { count == word.utf8CodeUnitCount }

    /// Takes the next byte; false if the word ended before it.
    mutating func takes(_ byte: UInt8) throws(LocatedFault) -> Bool {
        if isWhole, byte.endsJSONScalar { return false }
        guard !isWhole, word.utf8Start[count] == byte else {
            throw LocatedFault(fault: .malformedWord, place: start)
        }
        count += 1
        return true
    }
}

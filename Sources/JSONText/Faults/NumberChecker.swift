/// Checks a number byte by byte.
struct NumberChecker {
    private enum State {
        case start, minus, zero, whole, point, fraction, exponent, sign, power
    }

    private var state = State.start
    private var digits: [UInt8] = []
    private let start: TextPlace

    init(at place: TextPlace) { start = place }

    /// Takes the next byte; false if the number ended before it.
    mutating func takes(_ byte: UInt8) throws(LocatedFault) -> Bool {
        guard let next = next(byte) else {
            guard byte.endsJSONScalar else { throw fault(.malformedNumber) }
            try end(.malformedNumber)
            return false
        }
        state = next
        // What is longer cannot be judged here, and no export holds it.
        if digits.count < 4096 { digits.append(byte) }
        return true
    }

    /// Ends the number; `fault` is what an unfinished one is.
    func end(_ unfinished: JSONFault) throws(LocatedFault) {
        switch state {
        case .zero, .whole:
            let text = String(decoding: digits, as: UTF8.self)
            guard Int64(text) != nil || UInt64(text) != nil else { throw fault(.numberOutOfRange) }
        case .fraction, .power:
            guard Double(String(decoding: digits, as: UTF8.self))?.isFinite != false else {
                throw fault(.numberOutOfRange)
            }
        default: throw fault(unfinished)
        }
    }

    private func next(_ byte: UInt8) -> State? {
        switch (state, byte) {
        case (.start, UInt8(ascii: "-")): .minus
        case (.start, UInt8(ascii: "0")), (.minus, UInt8(ascii: "0")): .zero
        case (.start, _) where byte.isASCIIDigit, (.minus, _) where byte.isASCIIDigit,
            (.whole, _) where byte.isASCIIDigit:
            .whole
        case (.zero, UInt8(ascii: ".")), (.whole, UInt8(ascii: ".")): .point
        case (.point, _) where byte.isASCIIDigit, (.fraction, _) where byte.isASCIIDigit: .fraction
        case (.zero, UInt8(ascii: "e")), (.zero, UInt8(ascii: "E")), (.whole, UInt8(ascii: "e")),
            (.whole, UInt8(ascii: "E")), (.fraction, UInt8(ascii: "e")), (.fraction, UInt8(ascii: "E")):
            .exponent
        case (.exponent, UInt8(ascii: "+")), (.exponent, UInt8(ascii: "-")): .sign
        case (.exponent, _) where byte.isASCIIDigit, (.sign, _) where byte.isASCIIDigit,
            (.power, _) where byte.isASCIIDigit:
            .power
        default: nil
        }
    }

    private func fault(_ fault: JSONFault) -> LocatedFault { LocatedFault(fault: fault, place: start) }
}

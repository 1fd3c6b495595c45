/// A place in a text, from 1; the column counts Unicode scalars.
struct TextPlace: Equatable {
    var line = 1
    var column = 1

    /// Goes on behind a byte of UTF-8.
    mutating func advance(over byte: UInt8) {
        if byte == UInt8(ascii: "\n") {
            line += 1
            column = 1
        } else if byte & 0xC0 != 0x80 {
            column += 1
        }
    }
}

/// A fault and where it is.
struct LocatedFault: Error, Equatable {
    let fault: JSONFault
    let place: TextPlace
}

extension UInt8 {
    var isJSONBlank: Bool {
        self == UInt8(ascii: " ") || self == UInt8(ascii: "\n") || self == UInt8(ascii: "\r")
            || self == UInt8(ascii: "\t")
    }

    /// Whether a number or word may end before this byte.
    var endsJSONScalar: Bool {
        switch self {
        case UInt8(ascii: ","), UInt8(ascii: ":"), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"),
            UInt8(ascii: "}"):
            true
        default: isJSONBlank
        }
    }

    var isASCIIDigit: Bool { UInt8(ascii: "0")...UInt8(ascii: "9") ~= self }
}

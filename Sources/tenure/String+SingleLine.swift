extension String {
    /// The text as one line that a terminal shows as it is: control characters become visible, and what breaks
    /// lines or turns the direction of what follows becomes a blank.
    var singleLine: String {
        String(String.UnicodeScalarView(unicodeScalars.map(Self.shown)))
    }

    private static func shown(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        switch scalar.value {
        case 0..<0x20: Unicode.Scalar(scalar.value + 0x2400) ?? " "
        case 0x7F...0x9F, 0x2028, 0x2029, 0xFEFF: " "
        case 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: " "
        default: scalar
        }
    }
}

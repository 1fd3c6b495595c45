/// How GUIDs are printed that are kept as sixteen bytes: less than half of their text, and kept only once (in
/// `ident`).
enum PackedGUID {
    /// In lower case, as GUIDs are printed.
    static func text(_ bytes: UnsafeRawBufferPointer) -> String {
        String(unsafeUninitializedCapacity: 36) { buffer in
            var place = 0
            for (index, byte) in bytes.prefix(16).enumerated() {
                if index == 4 || index == 6 || index == 8 || index == 10 {
                    buffer[place] = UInt8(ascii: "-")
                    place += 1
                }
                buffer[place] = hexDigit(byte >> 4)
                buffer[place + 1] = hexDigit(byte & 15)
                place += 2
            }
            return place
        }
    }

    /// For SQL: the id of `ident` as text.
    static func sql(_ column: String) -> String {
        "CASE typeof(\(column)) WHEN 'blob' THEN lower(substr(hex(\(column)), 1, 8) || '-' || "
            + "substr(hex(\(column)), 9, 4) || '-' || substr(hex(\(column)), 13, 4) || '-' || "
            + "substr(hex(\(column)), 17, 4) || '-' || substr(hex(\(column)), 21)) ELSE \(column) END"
    }

    private static func hexDigit(_ value: UInt8) -> UInt8 {
        value < 10 ? value + 48 : value + 87
    }
}

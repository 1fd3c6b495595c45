/// How ids are compared and printed: GUIDs in lower case, anything else exactly as it came (ACCESS.md 1).
public enum Identifier {
    /// The all-zero GUID: nobody, or an application's default access (GRAPH.md 0, traps 11 and 14).
    public static let zero = "00000000-0000-0000-0000-000000000000"

    /// The id as it is kept: a GUID in lower case, alone or behind `Member_` and `Owner_`.
    public static func normalized(_ id: String) -> String {
        if isGUID(id.utf8) { return id.lowercased() }
        for prefix in ["Member_", "Owner_"] where id.hasPrefix(prefix) {
            let rest = id.dropFirst(prefix.count)
            if isGUID(rest.utf8) { return prefix + rest.lowercased() }
        }
        return id
    }

    /// A path such as `/administrativeUnits/<id>` with the GUIDs in it in lower case.
    public static func normalizedPath(_ path: String) -> String {
        guard path.utf8.count > 36 else { return path }
        let segments = path.split(separator: "/", omittingEmptySubsequences: false)
        return segments.map { isGUID($0.utf8) ? $0.lowercased() : String($0) }.joined(separator: "/")
    }

    /// 8-4-4-4-12 hexadecimal digits.
    ///
    /// Inlinable, so that other modules get it for the text's own bytes instead of for any collection.
    @inlinable
    public static func isGUID(_ text: some Collection<UInt8>) -> Bool {
        text.withContiguousStorageIfAvailable { isGUID(bytes: $0) }
            ?? Array(text).withUnsafeBufferPointer { isGUID(bytes: $0) }
    }

    public static func isGUID(bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        guard bytes.count == 36 else { return false }
        for offset in 0..<36 {
            let byte = bytes[offset]
            switch offset {
            case 8, 13, 18, 23: guard byte == UInt8(ascii: "-") else { return false }
            default: guard isHexDigit(byte) else { return false }
            }
        }
        return true
    }

    private static func isHexDigit(_ byte: UInt8) -> Bool {
        switch byte {
        case 48...57, 65...70, 97...102: true
        default: false
        }
    }
}

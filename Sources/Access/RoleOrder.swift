import Foundation

/// Texts as bytes that compare as the texts do one after the other, by Unicode code point: the order of a role
/// by resourceName, resourceId, role, roleId (ACCESS.md 5).
///
/// Each text is closed by a zero. Zeros and ones within it stand as one-one and one-two, so that a text still
/// comes before those that it begins.
struct RoleOrder: Sendable {
    /// The first sixteen bytes as numbers: mostly they decide.
    let high: UInt64
    let low: UInt64
    private let bytes: [UInt8]

    init(_ texts: String...) {
        var bytes: [UInt8] = []
        for text in texts {
            for byte in text.utf8 {
                if byte < 2 { bytes.append(1) }
                bytes.append(byte < 2 ? byte + 1 : byte)
            }
            bytes.append(0)
        }
        func number(_ start: Int) -> UInt64 {
            (start..<start + 8).reduce(0) { $0 << 8 | UInt64($1 < bytes.count ? bytes[$1] : 0) }
        }
        high = number(0)
        low = number(8)
        self.bytes = bytes
    }

    /// Nothing known comes first.
    static let nothing = RoleOrder("", "", "", "")

    /// Negative, zero or positive.
    static func compare(_ left: RoleOrder, _ right: RoleOrder) -> Int {
        let order = left.bytes.withUnsafeBytes { left in
            right.bytes.withUnsafeBytes { right in
                memcmp(left.baseAddress!, right.baseAddress!, min(left.count, right.count))
            }
        }
        return order != 0 ? Int(order) : left.bytes.count - right.bytes.count
    }
}

/// Text ordered by Unicode code point (ACCESS.md 5), which is the order of its UTF-8 bytes.
///
/// Swift's own `<` orders by canonical equivalence and would differ.
public enum CodePointOrder {
    /// Negative, zero or positive; an absent text is empty.
    public static func compare(_ left: String?, _ right: String?) -> Int {
        let left = left ?? ""
        let right = right ?? ""
        var rightBytes = right.utf8.makeIterator()
        for byte in left.utf8 {
            guard let other = rightBytes.next() else { return 1 }
            if byte != other { return Int(byte) - Int(other) }
        }
        return rightBytes.next() == nil ? 0 : -1
    }

    public static func precedes(_ left: String?, _ right: String?) -> Bool {
        compare(left, right) < 0
    }
}

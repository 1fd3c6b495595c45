/// Text ordered by Unicode code point (ACCESS.md 5), which is the order of its UTF-8 bytes.
///
/// Swift's own `<` orders by canonical equivalence and would differ.
public enum CodePointOrder {
    /// Negative, zero or positive; an absent text is empty.
    public static func compare(_ left: String?, _ right: String?) -> Int {
        let left = left ?? ""
        let right = right ?? ""
        // Native text has its bytes at hand; only bridged text goes the long way.
        let order = left.utf8.withContiguousStorageIfAvailable { left in
            right.utf8.withContiguousStorageIfAvailable { right in compare(left, right) }
        }
        if let order = order ?? nil { return order }
        var rightBytes = right.utf8.makeIterator()
        for byte in left.utf8 {
            guard let other = rightBytes.next() else { return 1 }
            if byte != other { return Int(byte) - Int(other) }
        }
        return rightBytes.next() == nil ? 0 : -1
    }

    private static func compare(
        _ left: UnsafeBufferPointer<UInt8>, _ right: UnsafeBufferPointer<UInt8>
    ) -> Int {
        for place in 0..<min(left.count, right.count) where left[place] != right[place] {
            return Int(left[place]) - Int(right[place])
        }
        return left.count - right.count
    }

    public static func precedes(_ left: String?, _ right: String?) -> Bool {
        compare(left, right) < 0
    }
}

/// A source of bytes that can be read again from its beginning.
protocol ByteInput: AnyObject {
    /// Reads some bytes, at most as many as fit; 0 at the end.
    func read(into target: UnsafeMutableRawBufferPointer) throws(JSONTextError) -> Int
    func rewind() throws(JSONTextError)
}

/// Bytes as they are stored.
protocol StoredInput: ByteInput {
    var name: String { get }
    /// Goes to a place without reading up to it.
    ///
    /// - Returns: false where that cannot be done.
    func seek(to offset: Int) -> Bool
    /// Throws if the bytes are not what they were at first.
    func checkUnchanged() throws(JSONTextError)
}

extension ByteInput {
    /// Reads until the target is full or the input ends.
    func readFully(into target: UnsafeMutableRawBufferPointer) throws(JSONTextError) -> Int {
        var count = 0
        while count < target.count {
            let added = try read(into: UnsafeMutableRawBufferPointer(rebasing: target[count...]))
            if added == 0 { break }
            count += added
        }
        return count
    }
}

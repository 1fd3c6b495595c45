/// A source of bytes that can be read again from its beginning.
protocol ByteInput: AnyObject {
    /// Reads some bytes, at most as many as fit; 0 at the end.
    func read(into target: UnsafeMutableRawBufferPointer) throws(JSONTextError) -> Int
    func rewind() throws(JSONTextError)
}

/// Bytes as they are stored, of which any place can be gone to.
protocol StoredInput: ByteInput {
    var name: String { get }
    var offset: Int { get set }
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

/// The bytes of a file that is not on disk, such as one in an archive.
public protocol ByteSource: AnyObject {
    /// Reads some bytes, at most as many as fit; 0 at the end.
    ///
    /// - Throws: when the bytes are no longer what they were; then what was made of them is to be given up.
    func read(into target: UnsafeMutableRawBufferPointer) throws -> Int
    /// Goes back to the beginning.
    func rewind()
    /// - Throws: when the bytes are not what they were at first.
    func checkUnchanged() throws
}

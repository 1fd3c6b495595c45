/// The bytes of a file that was read as a whole. They must live as long as what reads them.
final class MemoryInput: StoredInput {
    let name: String
    private var offset = 0
    private let bytes: UnsafeRawBufferPointer

    init(_ bytes: UnsafeRawBufferPointer, name: String) {
        self.bytes = bytes
        self.name = name
    }

    func read(into target: UnsafeMutableRawBufferPointer) -> Int {
        let count = min(target.count, bytes.count - offset)
        guard count > 0 else { return 0 }
        target.copyMemory(from: UnsafeRawBufferPointer(rebasing: bytes[offset..<(offset + count)]))
        offset += count
        return count
    }

    func rewind() { offset = 0 }

    func seek(to offset: Int) -> Bool {
        self.offset = offset
        return true
    }

    func checkUnchanged() {}
}

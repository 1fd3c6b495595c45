import CZlib

/// The content of a gzip file, which may have several members one after another.
final class GzipInput: ByteInput {
    private let file: any StoredInput
    private let compressed = ByteBlock(count: 1 << 18)
    private var stream = z_stream()
    private var isOpen = false
    private var isMemberOpen = true

    init(file: any StoredInput) throws(JSONTextError) {
        self.file = file
        // 16 asks for gzip's header and checksum, beside the greatest window.
        let code = inflateInit2_(&stream, 16 + MAX_WBITS, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
        guard code == Z_OK else { throw .outOfMemory(file: file.name) }
        isOpen = true
    }

    deinit {
        if isOpen { inflateEnd(&stream) }
    }

    func rewind() throws(JSONTextError) {
        try file.rewind()
        stream.avail_in = 0
        inflateReset(&stream)
        isMemberOpen = true
    }

    func read(into target: UnsafeMutableRawBufferPointer) throws(JSONTextError) -> Int {
        stream.next_out = target.baseAddress?.assumingMemoryBound(to: UInt8.self)
        stream.avail_out = uInt(clamping: target.count)
        let room = stream.avail_out
        while stream.avail_out == room && room > 0 {
            if stream.avail_in == 0, try !refill() {
                guard isMemberOpen else { return 0 }
                throw .truncatedGzip(file: file.name)
            }
            if !isMemberOpen { try beginMember() }
            try inflateSome()
        }
        return Int(room - stream.avail_out)
    }

    private func inflateSome() throws(JSONTextError) {
        guard isMemberOpen else { return }
        switch inflate(&stream, Z_NO_FLUSH) {
        case Z_OK, Z_BUF_ERROR: break
        case Z_STREAM_END: isMemberOpen = false
        case Z_MEM_ERROR: throw .outOfMemory(file: file.name)
        default: throw .damagedGzip(file: file.name)
        }
    }

    /// Goes over zeros, with which tapes are filled up, to the member that follows.
    private func beginMember() throws(JSONTextError) {
        while stream.avail_in > 0, stream.next_in.pointee == 0 {
            stream.next_in += 1
            stream.avail_in -= 1
        }
        guard stream.avail_in > 0 else { return }
        // Not inflateReset2: the window is kept.
        inflateReset(&stream)
        isMemberOpen = true
    }

    private func refill() throws(JSONTextError) -> Bool {
        let count = try file.read(into: compressed.bytes)
        stream.next_in = compressed.bytes.baseAddress?.assumingMemoryBound(to: UInt8.self)
        stream.avail_in = uInt(count)
        return count > 0
    }
}

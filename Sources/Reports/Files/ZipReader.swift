import CZlib
import Glibc

/// Goes over a zip file from its beginning, entry by entry.
final class ZipReader {
    struct Entry {
        let name: String
        /// Where its compressed bytes lie.
        let place: Range<Int>
    }

    private let descriptor: Int32
    private var offset = 0

    /// - Parameter path: what messages call the file.
    init(_ file: String, for path: String) throws(ReportsError) {
        descriptor = open(file, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
        guard descriptor >= 0 else { throw .unreadable(path: path, problem: systemMessage(errno)) }
    }

    deinit {
        close(descriptor)
    }

    /// The entry that follows; nil behind the last, and where the file is damaged.
    func next() -> Entry? {
        let head = read(offset..<offset + 30)
        guard head.count == 30, head.number(0, 4) == 0x0403_4B50 else { return nil }
        let start = offset + 30
        let (nameLength, extraLength) = (head.number(26, 2), head.number(28, 2))
        let name = String(decoding: read(start..<start + nameLength), as: UTF8.self)
        let extra = read(start + nameLength..<start + nameLength + extraLength)
        var size = head.number(18, 4)
        // Zip64: the sizes stand in the first extra field, the compressed one second.
        if size == 0xFFFF_FFFF, extra.count >= 20, extra.number(0, 2) == 1 { size = extra.number(12, 8) }
        let content = start + nameLength + extraLength
        offset = content + size
        return Entry(name: name, place: content..<offset)
    }

    /// Hands on what a deflated entry holds, in pieces.
    ///
    /// - Returns: false when it is damaged.
    func inflate(_ entry: Entry, _ body: (UnsafeBufferPointer<UInt8>) -> Void) -> Bool {
        var stream = z_stream()
        // Negative: no header of zlib's own.
        guard inflateInit2_(&stream, -MAX_WBITS, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK
        else { return false }
        defer { inflateEnd(&stream) }
        var result = [UInt8](repeating: 0, count: ZipReader.pieceSize)
        var (place, code) = (entry.place.lowerBound, Z_OK)
        while code == Z_OK, place < entry.place.upperBound {
            var piece = read(place..<min(place + ZipReader.pieceSize, entry.place.upperBound))
            guard !piece.isEmpty else { return false }
            place += piece.count
            piece.withUnsafeMutableBufferPointer { piece in
                stream.next_in = piece.baseAddress
                stream.avail_in = uInt(piece.count)
                repeat {
                    result.withUnsafeMutableBufferPointer { result in
                        stream.next_out = result.baseAddress
                        stream.avail_out = uInt(result.count)
                        code = CZlib.inflate(&stream, Z_NO_FLUSH)
                        body(UnsafeBufferPointer(rebasing: result[..<(result.count - Int(stream.avail_out))]))
                    }
                } while code == Z_OK && stream.avail_out == 0
            }
        }
        return code == Z_STREAM_END
    }

    private static let pieceSize = 256 * 1024

    /// Fewer bytes at the end of the file.
    private func read(_ place: Range<Int>) -> [UInt8] {
        [UInt8](unsafeUninitializedCapacity: place.count) { buffer, count in
            while count < place.count {
                let taken = pread(
                    descriptor, buffer.baseAddress! + count, place.count - count,
                    off_t(place.lowerBound + count))
                if taken < 0 && errno == EINTR { continue }
                if taken <= 0 { break }
                count += taken
            }
        }
    }
}

extension [UInt8] {
    /// A little-endian number of so many bytes.
    fileprivate func number(_ place: Int, _ length: Int) -> Int {
        self[place..<place + length].reversed().reduce(0) { $0 << 8 | Int($1) }
    }
}

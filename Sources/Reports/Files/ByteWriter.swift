import Glibc
import Model

/// Collects bytes and hands them to a file in large pieces.
///
/// Writing does not throw: the first failure is kept, what follows is dropped, and `check` tells it. So the
/// inner loops stay small, and a full disk is still noticed with the next row.
final class ByteWriter {
    private static let capacity = 256 * 1024
    /// Few records are longer.
    private static let usualRecord = 4096
    private static let writebackSize: off_t = 8 * 1024 * 1024

    private let descriptor: Int32
    private let buffer: UnsafeMutablePointer<UInt8>
    private var count = 0
    private var flushes = 0
    /// How many bytes were given to the system, and of how many it was asked to put them on the disk.
    private var written: off_t = 0
    private var started: off_t = 0
    /// The errno of the first write that failed.
    private(set) var failure: Int32?

    /// Whether what is written is to stay on the disk.
    private let isKept: Bool
    /// Is given whatever goes to the file, piece by piece.
    private let reader: ((UnsafeBufferPointer<UInt8>) -> Void)?

    /// The descriptor stays the caller's.
    init(descriptor: Int32, isKept: Bool = true, reader: ((UnsafeBufferPointer<UInt8>) -> Void)? = nil) {
        self.descriptor = descriptor
        self.isKept = isKept
        self.reader = reader
        buffer = .allocate(capacity: ByteWriter.capacity)
    }

    deinit {
        buffer.deallocate()
    }

    func write(_ byte: UInt8) {
        if count == ByteWriter.capacity { flush() }
        buffer[count] = byte
        count += 1
    }

    func write(_ bytes: UnsafeBufferPointer<UInt8>) {
        guard let base = bytes.baseAddress else { return }
        guard bytes.count <= ByteWriter.capacity - count else { return write(inPieces: bytes, base) }
        (buffer + count).initialize(from: base, count: bytes.count)
        count += bytes.count
    }

    @inline(never)
    private func write(inPieces bytes: UnsafeBufferPointer<UInt8>, _ base: UnsafePointer<UInt8>) {
        var offset = 0
        while offset < bytes.count {
            if count == ByteWriter.capacity { flush() }
            let piece = min(bytes.count - offset, ByteWriter.capacity - count)
            (buffer + count).initialize(from: base + offset, count: piece)
            count += piece
            offset += piece
        }
    }

    func write(_ text: StaticString) {
        text.withUTF8Buffer { write($0) }
    }

    /// `YYYY-MM-DDTHH:MM:SSZ`
    func write(_ instant: Instant) {
        if ByteWriter.capacity - count < Instant.textLength { flush() }
        instant.write(into: UnsafeMutableBufferPointer(start: buffer + count, count: Instant.textLength))
        count += Instant.textLength
    }

    /// Lets the body put bytes where there is room, and hands on how many it says they are.
    func take(_ body: (UnsafeMutableRawBufferPointer) -> Int) -> Int {
        if count == ByteWriter.capacity { flush() }
        let room = UnsafeMutableRawBufferPointer(start: buffer + count, count: ByteWriter.capacity - count)
        let taken = body(room)
        count += max(taken, 0)
        return taken
    }

    /// What the body writes, as long as nothing else is written.
    ///
    /// - Returns: nil when that did not fit into the buffer.
    func recorded(_ body: () -> Void) -> UnsafeBufferPointer<UInt8>? {
        if ByteWriter.capacity - count < ByteWriter.usualRecord { flush() }
        let (start, flushesBefore) = (count, flushes)
        body()
        guard flushes == flushesBefore else { return nil }
        return UnsafeBufferPointer(start: buffer + start, count: count - start)
    }

    func write(text: String) {
        text.withUTF8Bytes { write($0) }
    }

    /// Empties the buffer into the file.
    @inline(never)
    func flush() {
        var offset = 0
        while offset < count, failure == nil {
            let taken = Glibc.write(descriptor, buffer + offset, count - offset)
            if taken >= 0 {
                offset += taken
            } else if errno != EINTR {
                failure = errno
            }
        }
        reader?(UnsafeBufferPointer(start: buffer, count: count))
        written += off_t(count)
        count = 0
        flushes += 1
        startWriteback()
    }

    /// Asks the system to begin putting on the disk what it holds: else it would wait for the sync at the end, and
    /// that would wait for all of it.
    private func startWriteback() {
        guard isKept, written - started >= ByteWriter.writebackSize else { return }
        // Linux takes "not needed" of what is not yet on the disk for that. Elsewhere the sync does it all.
        _ = posix_fadvise(descriptor, started, written - started, POSIX_FADV_DONTNEED)
        started = written
    }

    /// Throws what went wrong so far.
    func check(path: String) throws(ReportsError) {
        if let failure { throw .unwritable(path: path, problem: systemMessage(failure)) }
    }
}

extension String {
    /// The UTF-8 bytes without a copy, where the text is a native one; bridged ones are copied.
    func withUTF8Bytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        if let result = utf8.withContiguousStorageIfAvailable(body) { return result }
        var copy = self
        return copy.withUTF8(body)
    }
}

/// What the system says of an errno.
func systemMessage(_ code: Int32) -> String {
    String(cString: strerror(code))
}

import Archives
import Foundation

/// Reads a file as a whole into memory that is used again for the next one.
final class FileBytes {
    /// The file that was read last, when it is in an archive.
    private var packed: ArchiveShelf.Bytes?
    private var bytes = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 20, alignment: 64)
    /// How many of them are the file's that was read last.
    private var count = 0
    /// Larger files are read piece by piece.
    static let largest = 8 << 20
    /// So much can be written behind a file.
    private static let room = 1 << 14

    deinit { bytes.deallocate() }

    /// - Returns: nil when it is larger than `largest`, or cannot be read: then the reader says why. The bytes are
    ///   valid until the next call.
    ///
    /// - Throws: `ImportError` when an archive is not what it was.
    func read(_ file: InputFile) throws -> UnsafeRawBufferPointer? {
        guard let entry = file.packed else { return read(file.path) }
        guard file.size <= FileBytes.largest else { return nil }
        let bytes = try entry.bytes()
        packed = bytes
        return bytes.bytes
    }

    private func read(_ path: String) -> UnsafeRawBufferPointer? {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG,
            status.st_size <= FileBytes.largest
        else { return nil }
        if Int(status.st_size) + FileBytes.room >= bytes.count {
            bytes.deallocate()
            bytes = .allocate(byteCount: 2 * Int(status.st_size) + FileBytes.room, alignment: 64)
        }
        count = 0
        let most = bytes.count - FileBytes.room
        while count < most {
            let added = Foundation.read(descriptor, bytes.baseAddress.map { $0 + count }, most - count)
            if added < 0, errno == EINTR { continue }
            guard added >= 0 else { return nil }
            count += added
            // Less than there was room for, and all that there was said to be, is all.
            guard added == 0 || count == status.st_size && count < most else { continue }
            return UnsafeRawBufferPointer(rebasing: bytes[..<count])
        }
        // It grew while it was read.
        return nil
    }

    /// The file that was read last, which is in no archive, with other bytes behind it.
    ///
    /// - Returns: nil where there is no room for so many.
    func followed(by end: [UInt8]) -> UnsafeRawBufferPointer? {
        guard end.count <= FileBytes.room else { return nil }
        UnsafeMutableRawBufferPointer(rebasing: bytes[count...]).copyBytes(from: end)
        return UnsafeRawBufferPointer(rebasing: bytes[..<(count + end.count)])
    }
}

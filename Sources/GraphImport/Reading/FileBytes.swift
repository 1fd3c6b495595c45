import Archives
import Foundation

/// Reads a file as a whole into memory that is used again for the next one.
final class FileBytes {
    /// The file that was read last, when it is in an archive.
    private var packed: ArchiveShelf.Bytes?
    private var bytes = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 20, alignment: 64)
    /// Larger files are read piece by piece.
    static let largest = 8 << 20

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
        if status.st_size >= bytes.count {
            bytes.deallocate()
            bytes = .allocate(byteCount: 2 * Int(status.st_size), alignment: 64)
        }
        var count = 0
        while count < bytes.count {
            let added = Foundation.read(descriptor, bytes.baseAddress.map { $0 + count }, bytes.count - count)
            if added < 0, errno == EINTR { continue }
            guard added >= 0 else { return nil }
            count += added
            // Less than there was room for, and all that there was said to be, is all.
            guard added == 0 || count == status.st_size && count < bytes.count else { continue }
            return UnsafeRawBufferPointer(rebasing: bytes[..<count])
        }
        // It grew while it was read.
        return nil
    }
}

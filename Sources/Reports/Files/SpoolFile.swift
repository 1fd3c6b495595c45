import Glibc

/// Bytes that wait on the disk until it is known what comes before them. The file has no name: it is gone
/// with the process, however that ends.
final class SpoolFile {
    let writer: ByteWriter
    private let descriptor: Int32
    private let folder: String

    /// - Parameter reader: is given whatever goes to the file, piece by piece.
    init(folder: String, reader: @escaping (UnsafeBufferPointer<UInt8>) -> Void) throws(ReportsError) {
        self.folder = folder
        var template = Array((folder + "/.spool-XXXXXX").utf8CString)
        descriptor = mkstemp(&template)
        guard descriptor >= 0 else { throw .unwritable(path: folder, problem: systemMessage(errno)) }
        _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
        unlink(template)
        writer = ByteWriter(descriptor: descriptor, isKept: false, reader: reader)
    }

    deinit {
        close(descriptor)
    }

    func check() throws(ReportsError) {
        try writer.check(path: folder)
    }

    /// Everything that was written, from the beginning.
    func copy(to target: ByteWriter) throws(ReportsError) {
        writer.flush()
        try check()
        var offset: off_t = 0
        while true {
            let count = target.take { pread(descriptor, $0.baseAddress, $0.count, offset) }
            if count == 0 { return }
            guard count > 0 || errno == EINTR else {
                throw .unwritable(path: folder, problem: systemMessage(errno))
            }
            offset += off_t(max(count, 0))
        }
    }
}

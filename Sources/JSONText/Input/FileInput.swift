#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// A regular file, read in pieces.
///
/// The file is not mapped into memory: another program that shortens it would end this one.
final class FileInput: StoredInput {
    /// Receives every byte of a file once and in order while the file is read for the first time.
    typealias Observer = (UnsafeRawBufferPointer) -> Void

    let name: String
    private var offset = 0
    private let descriptor: Int32
    private let observer: Observer?
    private var observed = 0
    private let version: Version

    /// What changes when somebody writes to a file.
    private struct Version: Equatable {
        let size: Int
        let seconds: Int
        let nanoseconds: Int

        init(_ status: stat) {
            size = Int(status.st_size)
            #if canImport(Darwin)
                let modified = status.st_mtimespec
            #else
                let modified = status.st_mtim
            #endif
            seconds = Int(modified.tv_sec)
            nanoseconds = Int(modified.tv_nsec)
        }
    }

    init(path: String, name: String, observer: Observer?) throws(JSONTextError) {
        // Without O_NONBLOCK the opening of a pipe waits for a writer.
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { throw .cannotOpen(file: name, code: errno) }
        var status = stat()
        let isRegular = fstat(descriptor, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
        self.name = name
        self.descriptor = descriptor
        self.observer = observer
        version = Version(status)
        guard isRegular else { throw .notRegularFile(file: name) }
    }

    deinit { close(descriptor) }

    func read(into target: UnsafeMutableRawBufferPointer) throws(JSONTextError) -> Int {
        let count = pread(descriptor, target.baseAddress, target.count, off_t(offset))
        guard count >= 0 else {
            if errno == EINTR { return try read(into: target) }
            throw .cannotRead(file: name, code: errno)
        }
        if let observer, offset + count > observed {
            observer(UnsafeRawBufferPointer(rebasing: target[(observed - offset)..<count]))
            observed = offset + count
        }
        offset += count
        return count
    }

    func rewind() { offset = 0 }

    func seek(to offset: Int) -> Bool {
        self.offset = offset
        return true
    }

    func checkUnchanged() throws(JSONTextError) {
        var status = stat()
        guard fstat(descriptor, &status) == 0, Version(status) == version else { throw .changed(file: name) }
    }
}

import Glibc

/// A file that appears whole or not at all: written beside its place under a hidden name, synced, renamed.
///
/// The hidden name is always the same and held by a lock: what a killed run left behind is written over by
/// the next one, and two runs at once do not mix their rows.
final class OutputFile {
    let path: String
    let temporaryPath: String
    let writer: ByteWriter
    private let descriptor: Int32
    private var isPublished = false

    init(folder: String, name: String) throws(ReportsError) {
        path = folder + "/" + name
        temporaryPath = folder + "/." + name + ".part"
        descriptor = try OutputFile.openLocked(temporaryPath, for: path)
        writer = ByteWriter(descriptor: descriptor)
    }

    deinit {
        if !isPublished { unlink(temporaryPath) }
        close(descriptor)
    }

    /// Everything onto the disk, still under the hidden name.
    func finish() throws(ReportsError) {
        writer.flush()
        try writer.check(path: path)
        guard fsync(descriptor) == 0 else { throw .unwritable(path: path, problem: systemMessage(errno)) }
    }

    /// Takes the place of the old file. Call `finish` before.
    func publish() throws(ReportsError) {
        guard rename(temporaryPath, path) == 0 else {
            throw .unwritable(path: path, problem: systemMessage(errno))
        }
        isPublished = true
    }

    private static func openLocked(_ temporaryPath: String, for path: String) throws(ReportsError) -> Int32 {
        while true {
            let descriptor = open(temporaryPath, O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0o600)
            guard descriptor >= 0 else { throw .unwritable(path: path, problem: systemMessage(errno)) }
            guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
                close(descriptor)
                throw .busy(path: path)
            }
            // Between open and flock the other run may have renamed or removed this very file.
            if isStillNamed(temporaryPath, descriptor) {
                guard fchmod(descriptor, 0o600) == 0, ftruncate(descriptor, 0) == 0 else {
                    let problem = systemMessage(errno)
                    close(descriptor)
                    throw .unwritable(path: path, problem: problem)
                }
                return descriptor
            }
            close(descriptor)
        }
    }

    private static func isStillNamed(_ path: String, _ descriptor: Int32) -> Bool {
        var named = stat()
        var opened = stat()
        guard lstat(path, &named) == 0, fstat(descriptor, &opened) == 0 else { return false }
        return named.st_ino == opened.st_ino && named.st_dev == opened.st_dev
    }
}

import Foundation

/// A file that is there wholly or not at all, for readers that look at any moment.
enum WholeFile {
    /// - Throws: `NightlyError.cannotWrite`.
    static func write(_ data: Data, to path: String, mode: mode_t) throws {
        // Hidden, and with another ending: the collector of metrics reads `*.prom`.
        let part = path.parent + "/." + (path.split(separator: "/").last ?? "") + ".part"
        unlink(part)
        let descriptor = open(part, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, mode)
        guard descriptor >= 0 else { throw NightlyError.cannotWrite(path) }
        let file = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
        do {
            try file.write(contentsOf: data)
            try file.synchronize()
        } catch {
            unlink(part)
            throw NightlyError.cannotWrite(path)
        }
        // Whatever the umask says.
        guard fchmod(descriptor, mode) == 0, rename(part, path) == 0 else {
            unlink(part)
            throw NightlyError.cannotWrite(path)
        }
    }
}

import Foundation

/// What changes when somebody writes to an archive.
struct ArchiveVersion: Equatable, Sendable {
    let size: Int
    private let seconds: Int
    private let nanoseconds: Int

    init(path: String) throws(ArchiveFault) {
        var status = stat()
        guard stat(path, &status) == 0 else { throw .cannotOpen(reason: "it is no longer there") }
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

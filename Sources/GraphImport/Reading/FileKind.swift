import Foundation
import Model

/// What stands under a name in a folder.
enum FileKind: Sendable {
    case file(modifiedAt: Instant, size: Int)
    case folder, link, other

    /// - Returns: nil when there is nothing of that name.
    init?(following path: String) {
        var status = stat()
        guard stat(path, &status) == 0 else { return nil }
        self.init(status)
    }

    /// - Parameters:
    ///   - type: of `readdir`: only a file, and what it tells nothing of, is looked at.
    ///   - folder: the descriptor of the folder in which it stands.
    init?(_ name: String, type: Int, in folder: Int32) {
        switch type {
        case Int(DT_DIR): self = .folder
        case Int(DT_LNK): self = .link
        default:
            var status = stat()
            guard fstatat(folder, name, &status, AT_SYMLINK_NOFOLLOW) == 0 else { return nil }
            self.init(status)
        }
    }

    private init(_ status: stat) {
        #if canImport(Darwin)
            let modified = status.st_mtimespec.tv_sec
        #else
            let modified = status.st_mtim.tv_sec
        #endif
        switch status.st_mode & S_IFMT {
        case S_IFREG:
            self = .file(modifiedAt: FileKind.moment(modified), size: Int(status.st_size))
        case S_IFDIR: self = .folder
        case S_IFLNK: self = .link
        default: self = .other
        }
    }

    /// - Parameter seconds: since 1970. A file system may hold any number for a time; the year 9999 is late enough.
    static func moment(_ seconds: Int) -> Instant {
        Instant(ticks: Int64(min(max(seconds, 0), 253_402_300_799)) * Instant.ticksPerSecond)
    }

}

import Foundation
import Model
import Store

/// A file that may hold an export.
struct InputFile: Sendable {
    /// As named by the user, for messages.
    let path: String
    /// The folders and the name, relative to what the user named.
    let components: [String]
    let modifiedAt: Instant
    /// In bytes, when it was listed.
    let size: Int

    var folder: String { components.dropLast().joined(separator: "/") }
}

/// Lists the files below the paths that a user names, in the order of code points, each once; and what is there
/// besides and is not read.
struct FileWalk {
    private(set) var files: [InputFile] = []
    private(set) var remarks: [Remark] = []
    private var seen: Set<String> = []
    /// Whether something may be met twice: when more than one path is named.
    private let isSeveral: Bool

    init(below paths: [String]) throws {
        isSeveral = paths.count > 1
        for path in paths {
            guard let kind = Kind(following: path) else { throw ImportError.noSuchPath(path) }
            let url = URL(fileURLWithPath: path).standardizedFileURL
            let name = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
            take(
                Entry(path: name, real: url.resolvingSymlinksInPath().path, components: url.pathComponents),
                kind)
        }
        guard !files.isEmpty else { throw ImportError.noFiles(paths.joined(separator: ", ")) }
        seen = []
        files.sort { CodePointOrder.precedes($0.path, $1.path) }
        remarks.sort { CodePointOrder.precedes($0.place, $1.place) }
    }

    /// Something in a folder, or what the user named.
    private struct Entry {
        let path: String
        /// Without links, to know it again.
        let real: String
        let components: [String]

        func child(_ name: String) -> Entry {
            Entry(
                path: path.hasSuffix("/") ? path + name : path + "/" + name, real: real + "/" + name,
                components: components + [name])
        }
    }

    private enum Kind {
        case file(Instant, size: Int)
        case folder, link, other

        /// - Returns: nil when there is nothing of that name.
        init?(following path: String) {
            var status = stat()
            guard stat(path, &status) == 0 else { return nil }
            self.init(status)
        }

        init?(_ name: String, in folder: Int32) {
            var status = stat()
            guard fstatat(folder, name, &status, AT_SYMLINK_NOFOLLOW) == 0 else { return nil }
            self.init(status)
        }

        private init(_ status: stat) {
            #if canImport(Darwin)
                let modified = status.st_mtimespec.tv_sec
            #else
                let modified = status.st_mtim.tv_sec
            #endif
            switch status.st_mode & S_IFMT {
            // A file system may hold any number for a time; the year 9999 is late enough.
            case S_IFREG:
                self = .file(
                    Instant(ticks: Int64(min(max(modified, 0), 253_402_300_799)) * Instant.ticksPerSecond),
                    size: Int(status.st_size))
            case S_IFDIR: self = .folder
            case S_IFLNK: self = .link
            default: self = .other
            }
        }
    }

    private mutating func take(_ entry: Entry, _ kind: Kind) {
        var rest = [(entry, kind)]
        while let (entry, kind) = rest.popLast() {
            switch kind {
            case .file(let modifiedAt, let size):
                guard !isSeveral || seen.insert(entry.real).inserted else { continue }
                files.append(
                    InputFile(
                        path: entry.path, components: entry.components, modifiedAt: modifiedAt, size: size))
            case .folder: rest += children(of: entry)
            case .link: remark(.leftAside, entry, "a symbolic link, which is not followed")
            case .other: remark(.leftAside, entry, "neither a file nor a folder")
            }
        }
    }

    private mutating func children(of folder: Entry) -> [(Entry, Kind)] {
        guard let stream = opendir(folder.real) else {
            remark(.refused, folder, "the folder cannot be read")
            return []
        }
        defer { closedir(stream) }
        var children: [(Entry, Kind)] = []
        while let item = readdir(stream) {
            let name = withUnsafePointer(to: &item.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: 1) { String(cString: $0) }
            }
            if name == "." || name == ".." { continue }
            let child = folder.child(name)
            if name.hasPrefix(".") {
                remark(.leftAside, child, "hidden, and not read")
            } else if let kind = Kind(name, in: dirfd(stream)) {
                children.append((child, kind))
            } else {
                remark(.refused, child, "cannot be found by this name")
            }
        }
        return children
    }

    private mutating func remark(_ kind: Remark.Kind, _ entry: Entry, _ reason: String) {
        guard !isSeveral || seen.insert(entry.real).inserted else { return }
        remarks.append(Remark(kind: kind, place: entry.path, reason: reason))
    }
}

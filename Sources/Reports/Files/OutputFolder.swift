import Glibc

/// Where the files of a report go.
public struct OutputFolder: Sendable {
    public let path: String

    /// Makes the folder, open to its owner only, with those above it. One that is there stays as it is.
    public init(_ path: String) throws(ReportsError) {
        self.path = path
        var made = path.hasPrefix("/") ? "/" : ""
        for part in path.split(separator: "/") {
            made += (made.isEmpty || made.hasSuffix("/") ? "" : "/") + part
            guard mkdir(made, 0o700) == 0 || errno == EEXIST || errno == EISDIR else {
                throw .unwritable(path: path, problem: systemMessage(errno))
            }
        }
        var found = stat()
        guard stat(path, &found) == 0, found.st_mode & S_IFMT == S_IFDIR else {
            throw .unwritable(path: path, problem: "not a folder")
        }
    }

    func file(_ name: String) throws(ReportsError) -> OutputFile {
        try OutputFile(folder: path, name: name)
    }

    /// Puts finished files in the place of the old ones, all together.
    func publish(_ files: [OutputFile]) throws(ReportsError) {
        for file in files { try file.finish() }
        for file in files { try file.publish() }
        sync()
    }

    /// Moves a whole file here, over the old one.
    func take(_ name: String, from other: OutputFolder) throws(ReportsError) {
        guard rename(other.path + "/" + name, path + "/" + name) == 0 else {
            throw .unwritable(path: path + "/" + name, problem: systemMessage(errno))
        }
    }

    /// Takes a file away, if it is there.
    func remove(_ name: String) throws(ReportsError) {
        guard unlink(path + "/" + name) == 0 || errno == ENOENT else {
            throw .unwritable(path: path + "/" + name, problem: systemMessage(errno))
        }
    }

    /// The new names onto the disk. A file system that cannot sync a folder has done what it can.
    private func sync() {
        let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { return }
        fsync(descriptor)
        close(descriptor)
    }
}

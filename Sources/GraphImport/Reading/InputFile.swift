import Model

/// A file that may hold an export.
struct InputFile: Sendable {
    /// As named by the user, for messages.
    let path: String
    /// The folders and the name, relative to what the user named.
    let components: [String]
    let modifiedAt: Instant
    /// In bytes, when it was listed.
    let size: Int
    /// All components but the name, as one text.
    let folder: String
    /// Where it is when it is in an archive.
    var packed: PackedFile?
}

extension InputFile {
    /// - Returns: nil for what is no file.
    init?(_ entry: FolderWalk.Entry) {
        guard case .file(let modifiedAt, let size) = entry.kind else { return nil }
        self.init(
            path: entry.path, components: entry.components, modifiedAt: modifiedAt, size: size,
            folder: entry.folder)
    }

    /// The folder whose files are one collection: of an object in a folder of its own the one around that.
    func collectionFolder(isExported: Bool) -> String {
        isExported ? components.dropLast(2).joined(separator: "/") : folder
    }

    /// As `path`, but of an object in a folder of its own the folder around that.
    func collectionPath(_ request: RequestPath) -> String {
        guard request.ofFolder != nil else { return path }
        return path.split(separator: "/", omittingEmptySubsequences: false).dropLast(2).joined(separator: "/")
    }
}

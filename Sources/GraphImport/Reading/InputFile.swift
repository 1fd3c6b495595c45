import Model

/// A file that may hold an export.
final class InputFile: Sendable {
    /// As named by the user, for messages.
    let path: String
    let name: String
    /// Where it stands.
    let place: Folder
    let modifiedAt: Instant
    /// In bytes, when it was listed.
    let size: Int
    /// Where it is when it is in an archive.
    let packed: PackedFile?

    /// What the files of a folder have in common.
    final class Folder: Sendable {
        /// The folders, relative to what the user named.
        let components: [String]
        /// The same as one text.
        let text: String

        init(_ components: [String]) {
            self.components = components
            text = components.joined(separator: "/")
        }

        init(_ name: String, in outer: Folder) {
            components = outer.components + [name]
            text = outer.text + "/" + name
        }
    }

    init(
        path: String, name: String, in place: Folder, modifiedAt: Instant, size: Int,
        packed: PackedFile? = nil
    ) {
        self.path = path
        self.name = name
        self.place = place
        self.modifiedAt = modifiedAt
        self.size = size
        self.packed = packed
    }

    /// The folders and the name, relative to what the user named.
    var components: [String] { place.components + [name] }

    /// All components but the name, as one text.
    var folder: String { place.text }
}

extension InputFile {
    /// The folder whose files are one collection: of an object in a folder of its own the one around that.
    func collectionFolder(isExported: Bool) -> String {
        isExported ? place.components.dropLast().joined(separator: "/") : folder
    }

    /// As `path`, but of an object in a folder of its own the folder around that.
    func collectionPath(_ request: RequestPath) -> String {
        guard request.ofFolder != nil else { return path }
        return path.split(separator: "/", omittingEmptySubsequences: false).dropLast(2).joined(separator: "/")
    }
}

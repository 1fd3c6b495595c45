import Model

/// A file that may hold an export. There are hundreds of thousands: what can be put together is not kept.
final class InputFile: Sendable {
    let name: String
    /// Where it stands.
    let place: InputFolder
    let modifiedAt: Instant
    /// In bytes, when it was listed.
    let size: Int
    /// Where it is when it is in an archive.
    let packed: PackedFile?
    private let named: String?

    /// - Parameter named: the whole path, where it is not that of the folder and the name.
    init(
        _ name: String, in place: InputFolder, named: String? = nil, modifiedAt: Instant, size: Int,
        packed: PackedFile? = nil
    ) {
        self.name = name
        self.place = place
        self.named = named
        self.modifiedAt = modifiedAt
        self.size = size
        self.packed = packed
    }

    /// As named by the user, for messages and to open it.
    var path: String { named ?? place.path(of: name) }

    /// The folders and the name.
    var components: [String] { place.components(and: name) }
}

extension InputFile {
    /// The folder whose files are one collection: of an object in a folder of its own the one around that.
    func collectionFolder(isExported: Bool) -> InputFolder {
        isExported ? place.outer ?? place : place
    }

    /// As `path`, but of an object in a folder of its own the folder around that.
    func collectionPath(_ request: RequestPath) -> String {
        guard request.ofFolder != nil else { return path }
        return path.split(separator: "/", omittingEmptySubsequences: false).dropLast(2).joined(separator: "/")
    }
}

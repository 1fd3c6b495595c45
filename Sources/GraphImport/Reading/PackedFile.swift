import Archives
import JSONText

/// A file in an archive.
struct PackedFile: Sendable {
    let contents: ArchiveContents
    let shelf: ArchiveShelf
    /// Among the entries of the contents.
    let index: Int
    /// Among the entries in the order of their names.
    let place: Int

    /// - Throws: `ImportError` when the archive is not what it was when it was looked through.
    func bytes() throws -> ArchiveShelf.Bytes {
        do {
            return try shelf.bytes(at: place)
        } catch let fault as ArchiveFault {
            throw ImportError.archive(contents.path, reason: fault.description)
        }
    }
}

/// A large file in an archive, read piece by piece.
final class PackedSource: ByteSource {
    private let reader: ArchiveEntryReader

    init(_ file: PackedFile) {
        reader = ArchiveEntryReader(file.contents, at: file.index)
    }

    func read(into target: UnsafeMutableRawBufferPointer) throws -> Int { try reader.read(into: target) }

    func rewind() { reader.rewind() }

    func checkUnchanged() throws { try reader.checkUnchanged() }
}

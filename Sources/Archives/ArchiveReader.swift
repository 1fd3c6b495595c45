internal import CLibArchive
import Foundation

/// Goes through an archive once, from its beginning: zip, and tar plain or packed by gzip, bzip2, xz or zstd.
///
/// Nothing is written anywhere. It belongs to one thread at a time.
final class ArchiveReader {
    /// What stands at the head of an entry.
    struct Head {
        /// From 0.
        let position: Int
        let name: String
        let kind: Kind
        let isEncrypted: Bool
        /// Whether it is packed by a method that is read.
        let isKnownMethod: Bool
        /// In seconds since 1970; 0 where the archive does not tell.
        let modifiedAt: Int

        /// Whether it has bytes that can be read.
        var isReadable: Bool { kind == .file && !isEncrypted && isKnownMethod }
    }

    enum Kind { case file, folder, link, hardLink, device }

    private let handle: OpaquePointer
    private var count = 0

    init(path: String) throws(ArchiveFault) {
        guard let handle = archive_read_new() else { throw .cannotOpen(reason: "not enough memory") }
        self.handle = handle
        archive_read_support_format_zip(handle)
        archive_read_support_format_tar(handle)
        archive_read_support_filter_gzip(handle)
        archive_read_support_filter_bzip2(handle)
        archive_read_support_filter_xz(handle)
        archive_read_support_filter_zstd(handle)
        guard archive_read_open_filename(handle, path, 1 << 17) == ARCHIVE_OK else {
            throw .cannotOpen(reason: words)
        }
    }

    deinit { archive_read_free(handle) }

    /// The next entry; nil at the end.
    func next() throws(ArchiveFault) -> Head? {
        var entry: OpaquePointer?
        let code = TextLocale.within { archive_read_next_header(handle, &entry) }
        switch code {
        case ARCHIVE_EOF: return nil
        case ARCHIVE_OK, ARCHIVE_WARN: break
        default: throw .damaged(entry: nil, reason: words)
        }
        guard let entry else { throw .damaged(entry: nil, reason: "an entry without a head") }
        defer { count += 1 }
        return Head(
            position: count, name: TextLocale.within { name(entry) }, kind: kind(entry),
            isEncrypted: archive_entry_is_encrypted(entry) != 0, isKnownMethod: isKnownMethod,
            modifiedAt: archive_entry_mtime_is_set(entry) != 0 ? archive_entry_mtime(entry) : 0)
    }

    /// Reads some bytes of the entry, at most as many as fit; 0 at its end.
    func read(into target: UnsafeMutableRawBufferPointer, of entry: String) throws(ArchiveFault) -> Int {
        let count = archive_read_data(handle, target.baseAddress, target.count)
        guard count >= 0 else { throw .damaged(entry: entry, reason: words) }
        return count
    }

    /// Goes to the entry at a position, which must lie ahead.
    func skip(to position: Int) throws(ArchiveFault) -> Head? {
        while let head = try next(), head.position <= position {
            if head.position == position { return head }
        }
        return nil
    }

    private func name(_ entry: OpaquePointer) -> String {
        if let name = archive_entry_pathname_utf8(entry) { return String(cString: name) }
        // In no encoding that is known: what is no UTF-8 shows as such.
        return archive_entry_pathname(entry).map { String(cString: $0) } ?? ""
    }

    private func kind(_ entry: OpaquePointer) -> Kind {
        if archive_entry_hardlink(entry) != nil { return .hardLink }
        switch UInt32(archive_entry_filetype(entry)) & S_IFMT {
        case S_IFREG, 0: return .file
        case S_IFDIR: return .folder
        case S_IFLNK: return .link
        default: return .device
        }
    }

    /// A zip may pack each entry by another method; those but the two that everybody writes ask for much memory.
    private var isKnownMethod: Bool {
        guard archive_format(handle) & Int32(ARCHIVE_FORMAT_BASE_MASK) == ARCHIVE_FORMAT_ZIP else {
            return true
        }
        let method = archive_format_name(handle).map { String(cString: $0) } ?? ""
        return method.hasSuffix("(deflation)") || method.hasSuffix("(uncompressed)")
    }

    private var words: String {
        guard let text = archive_error_string(handle) else { return "it cannot be followed" }
        // libarchive's own words may carry a name.
        return String(cString: text).split(separator: ":").first.map(String.init)?.lowercased() ?? ""
    }
}

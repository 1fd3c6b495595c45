import Foundation

/// Tells archives from other files.
public enum ArchiveName {
    private static let endings = [
        ".zip", ".tar", ".tar.gz", ".tgz", ".tar.bz2", ".tbz2", ".tbz", ".tar.xz", ".txz", ".tar.zst",
        ".tzst",
    ]

    /// By the name.
    public static func isArchive(_ name: String) -> Bool {
        // What an export mostly consists of.
        if name.utf8.suffix(5).elementsEqual(".json".utf8) { return false }
        let name = name.lowercased()
        return endings.contains(where: name.hasSuffix)
    }

    /// By the first bytes, for a file whose name tells nothing.
    public static func isArchive(head: some Collection<UInt8>) -> Bool {
        let head = Array(head.prefix(headSize))
        return magics.contains { head.starts(with: $0) }
            || head.dropFirst(257).starts(with: Array("ustar".utf8))
    }

    /// So many bytes tell.
    public static let headSize = 262

    /// Of zip, of xz and of zstd; what gzip packs is a single file unless its name says otherwise.
    private static let magics: [[UInt8]] = [
        [0x50, 0x4B, 0x03, 0x04], [0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00], [0x28, 0xB5, 0x2F, 0xFD],
    ]
}

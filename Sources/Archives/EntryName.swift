/// A name in an archive, taken apart; it is never used as the name of a file.
enum EntryName {
    /// The folders and the name; empty for the archive's own root.
    ///
    /// - Throws: for a name that leads out of the archive, or is no name at all.
    static func components(_ name: String) throws(ArchiveFault) -> [String] {
        guard !name.isEmpty else { throw .noName }
        guard name.utf8.count <= ArchiveLimits.nameLength else { throw .nameTooLong }
        guard !name.unicodeScalars.contains(where: { $0.value < 0x20 || $0.value == 0x7F }) else {
            throw .control(entry: name)
        }
        // Older Windows programs part folders by backslashes.
        let parts = name.replacing("\\", with: "/").split(separator: "/", omittingEmptySubsequences: false)
        guard let first = parts.first, !(first.isEmpty || isDrive(first)) else {
            throw .absolute(entry: name)
        }
        let components = parts.filter { !$0.isEmpty && $0 != "." }.map(String.init)
        guard !components.contains("..") else { throw .leadsOut(entry: name) }
        return components
    }

    private static func isDrive(_ part: Substring) -> Bool {
        part.utf8.count >= 2 && part.utf8.dropFirst().first == UInt8(ascii: ":")
            && part.first.map { $0.isASCII && $0.isLetter } == true
    }
}

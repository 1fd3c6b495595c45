/// What is in an archive, found out by reading all of it once: each checksum, each size, each name.
///
/// An archive with anything that an honest one does not have is refused as a whole, before anything of it is taken.
public struct ArchiveContents: Sendable {
    /// A file within.
    public struct Entry: Sendable {
        /// The folders and the name.
        public let components: [String]
        /// In bytes, as they were counted.
        public let size: Int
        /// In seconds since 1970; 0 where the archive does not tell.
        public let modifiedAt: Int
        /// Among all entries, from 0.
        let position: Int

        public var name: String { components.joined(separator: "/") }
    }

    /// What is not taken of it, and why.
    public struct Rest: Sendable {
        public let name: String
        public let reason: String
        /// Whether something may be missing for it.
        public let isRefused: Bool
    }

    public let path: String
    /// In the order of the archive.
    public private(set) var entries: [Entry] = []
    public private(set) var rest: [Rest] = []
    let version: ArchiveVersion

    public init(path: String, limits: ArchiveLimits) throws(ArchiveFault) {
        self.path = path
        version = try ArchiveVersion(path: path)
        var room = Room(limits, of: version)
        var names: Set<[String]> = []
        let reader = try ArchiveReader(path: path)
        while let head = try reader.next() {
            guard head.position < ArchiveLimits.entryCount else {
                throw .tooManyEntries(limit: ArchiveLimits.entryCount)
            }
            let components = try EntryName.components(head.name)
            let isWanted = try isWanted(head, components)
            // What is left aside takes time and room all the same.
            let size = head.isReadable ? try room.take(head, reader) : 0
            guard isWanted else { continue }
            guard names.insert(components).inserted else { throw .repeated(entry: head.name) }
            entries.append(
                Entry(
                    components: components, size: size, modifiedAt: head.modifiedAt, position: head.position))
        }
        guard try ArchiveVersion(path: path) == version else { throw .changed }
    }

    private mutating func isWanted(
        _ head: ArchiveReader.Head, _ components: [String]
    ) throws(ArchiveFault) -> Bool {
        switch head.kind {
        case .folder: return false
        case .hardLink: throw .hardLink(entry: head.name)
        case .device: throw .device(entry: head.name)
        case .link:
            leave(components, "a symbolic link, which is not followed", isRefused: false)
            return false
        case .file: break
        }
        // Such as the name of the root.
        guard !components.isEmpty else { throw .noName }
        if components.contains(where: { $0.hasPrefix(".") }) || components.first == "__MACOSX" {
            leave(components, "hidden, and not read", isRefused: false)
        } else if head.isEncrypted {
            leave(components, "encrypted in the archive; unpack it with its password", isRefused: true)
        } else if !head.isKnownMethod {
            leave(components, "packed by a method that is not read; deflate is", isRefused: true)
        } else if ArchiveName.isArchive(components.last ?? "") {
            leave(components, "an archive within an archive, which is not opened", isRefused: true)
        } else {
            return true
        }
        return false
    }

    private mutating func leave(_ components: [String], _ reason: String, isRefused: Bool) {
        rest.append(Rest(name: components.joined(separator: "/"), reason: reason, isRefused: isRefused))
    }
}

/// How much room an archive may still take.
private struct Room {
    private let limits: ArchiveLimits
    private let dense: Int
    private var used = 0
    private let scratch = Block(count: 1 << 17)

    init(_ limits: ArchiveLimits, of version: ArchiveVersion) {
        self.limits = limits
        let (product, overflows) = version.size.multipliedReportingOverflow(by: limits.ratio)
        dense = max(overflows ? .max : product, ArchiveLimits.smallSize)
    }

    /// Reads an entry to its end.
    ///
    /// - Returns: its size.
    mutating func take(_ head: ArchiveReader.Head, _ reader: ArchiveReader) throws(ArchiveFault) -> Int {
        var size = 0
        while true {
            let count = try reader.read(into: scratch.bytes, of: head.name)
            guard count > 0 else { return size }
            size += count
            used += count
            guard used <= limits.size else { throw .tooLarge(limit: limits.size) }
            guard used <= dense else { throw .tooDense(ratio: limits.ratio) }
        }
    }
}

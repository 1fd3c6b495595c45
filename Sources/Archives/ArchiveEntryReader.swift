/// One large entry of an archive, read piece by piece and again from its beginning, for which the archive is opened
/// anew.
public final class ArchiveEntryReader {
    private let contents: ArchiveContents
    private let entry: ArchiveContents.Entry
    private var reader: ArchiveReader?
    /// What was read of the entry first: readers look at it more than once before they begin.
    private let head = Block(count: 1 << 19)
    private var headCount = 0
    /// Where the archive stands, and where this one does, in the entry.
    private var position = 0
    private var offset = 0

    public init(_ contents: ArchiveContents, at index: Int) {
        self.contents = contents
        entry = contents.entries[index]
    }

    public func rewind() { offset = 0 }

    /// Reads some bytes, at most as many as fit; 0 at the end.
    public func read(into target: UnsafeMutableRawBufferPointer) throws(ArchiveFault) -> Int {
        if offset == headCount, headCount < head.bytes.count, position == headCount { try readHead() }
        if offset < headCount {
            let count = min(target.count, headCount - offset)
            target.copyMemory(from: UnsafeRawBufferPointer(rebasing: head.bytes[offset..<(offset + count)]))
            offset += count
            return count
        }
        if position > offset || reader == nil { try open() }
        while position < offset {
            let rest = UnsafeMutableRawBufferPointer(rebasing: target.prefix(offset - position))
            guard try readOn(into: rest) > 0 else { throw .changed }
        }
        let count = try readOn(into: target)
        offset = position
        return count
    }

    public func checkUnchanged() throws(ArchiveFault) {
        guard try ArchiveVersion(path: contents.path) == contents.version else { throw .changed }
    }

    private func readHead() throws(ArchiveFault) {
        if reader == nil { try open() }
        let count = try readOn(into: UnsafeMutableRawBufferPointer(rebasing: head.bytes[headCount...]))
        headCount += count
    }

    private func readOn(into target: UnsafeMutableRawBufferPointer) throws(ArchiveFault) -> Int {
        guard let reader else { return 0 }
        let count = try reader.read(into: target, of: entry.name)
        position += count
        return count
    }

    private func open() throws(ArchiveFault) {
        try checkUnchanged()
        let reader = try ArchiveReader(path: contents.path)
        guard try reader.skip(to: entry.position) != nil else { throw .notHeld(entry: entry.name) }
        self.reader = reader
        position = 0
    }
}

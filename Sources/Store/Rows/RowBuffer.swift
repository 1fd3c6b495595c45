import Model

/// Rows as bytes, written by whoever reads exports and read by whoever writes the database: nothing of them is
/// an object of its own, so that a row costs no memory but its text.
///
/// Each cell asks for room; no access of it lasts longer than its own line, so none is checked for another's.
public final class RowBuffer {
    @exclusivity(unchecked) private var bytes: UnsafeMutableRawBufferPointer
    @exclusivity(unchecked) public private(set) var count = 0
    /// Where ids stand, so that many can be looked up at once.
    @exclusivity(unchecked) private var idPlaces: ContiguousArray<UInt32> = []

    public init(capacity: Int = 1 << 16) {
        bytes = .allocate(byteCount: capacity, alignment: 16)
    }

    deinit { bytes.deallocate() }

    public func removeAll() {
        count = 0
        idPlaces.removeAll(keepingCapacity: true)
    }

    public var cursor: RowCursor { RowCursor(bytes.baseAddress) }

    func room(_ size: Int) -> UnsafeMutableRawPointer {
        if count + size > bytes.count { grow(count + size) }
        defer { count += size }
        return (bytes.baseAddress ?? UnsafeMutableRawPointer(bitPattern: 16)!) + count
    }

    private func grow(_ size: Int) {
        let larger = UnsafeMutableRawBufferPointer.allocate(
            byteCount: max(size, 2 * bytes.count), alignment: 16)
        larger.copyMemory(from: UnsafeRawBufferPointer(rebasing: bytes[..<count]))
        bytes.deallocate()
        bytes = larger
    }

    // MARK: Numbers that tell how rows follow each other

    public func append(count value: Int) {
        room(4).storeBytes(of: UInt32(clamping: value), as: UInt32.self)
    }

    /// A number that is not known yet, to be set later.
    public func reserveCount() -> Int {
        append(count: 0)
        return count - 4
    }

    public func set(count value: Int, at place: Int) {
        (bytes.baseAddress ?? UnsafeMutableRawPointer(bitPattern: 16)!).storeBytes(
            of: UInt32(clamping: value), toByteOffset: place, as: UInt32.self)
    }

    public func append(print: UInt64) {
        room(8).storeBytes(of: print, as: UInt64.self)
    }

    public func set(print: UInt64, at place: Int) {
        (bytes.baseAddress ?? UnsafeMutableRawPointer(bitPattern: 16)!).storeBytes(
            of: print, toByteOffset: place, as: UInt64.self)
    }

    /// Takes back what was written from a place on.
    public func removeLast(to place: Int) {
        count = place
        while let last = idPlaces.last, last >= place { idPlaces.removeLast() }
    }

    /// What was written from a place on, valid until more is.
    public func written(from place: Int) -> UnsafeRawBufferPointer {
        UnsafeRawBufferPointer(rebasing: bytes[place..<count])
    }

    // MARK: Cells

    public func appendAbsent() { append(.absent) }

    public func appendNull() { append(.null) }

    public func append(integer: Int64) {
        let room = room(9)
        room.storeBytes(of: RowTag.integer.rawValue, as: UInt8.self)
        room.storeBytes(of: integer, toByteOffset: 1, as: Int64.self)
    }

    public func append(text: UnsafeRawBufferPointer) {
        append(.text, text)
    }

    public func append(text: String) {
        var text = text
        text.withUTF8 { append(text: UnsafeRawBufferPointer($0)) }
    }

    /// An id in any case.
    public func append(id: UnsafeRawBufferPointer) {
        if let guid = PackedId(guid: id) { return append(.guid, guid) }
        append(namedId: Identifier.normalized(String(decoding: id, as: UTF8.self)))
    }

    public func append(id: String) {
        var id = id
        id.withUTF8 { append(id: UnsafeRawBufferPointer($0)) }
    }

    private func append(namedId text: String) {
        var text = text
        text.withUTF8 { text in
            append(.namedId, PackedId(text: UnsafeRawBufferPointer(text)))
            append(count: text.count)
            appendBytes(UnsafeRawBufferPointer(text))
        }
    }

    /// Text that is written in pieces: `append` gives it, `rewrite` may replace it as long as nothing follows.
    public func appendText(_ write: (RowBuffer) -> Void, rewrite: (UnsafeRawBufferPointer) -> String?) {
        append(.text)
        let place = reserveCount()
        let start = count
        write(self)
        let text = UnsafeRawBufferPointer(rebasing: bytes[start..<count])
        if var other = rewrite(text) {
            count = start
            other.withUTF8 { appendBytes(UnsafeRawBufferPointer($0)) }
        }
        set(count: count - start, at: place)
    }

    public func appendBytes(_ bytes: UnsafeRawBufferPointer) {
        guard let source = bytes.baseAddress else { return }
        room(bytes.count).copyMemory(from: source, byteCount: bytes.count)
    }

    private func append(_ tag: RowTag) {
        room(1).storeBytes(of: tag.rawValue, as: UInt8.self)
    }

    private func append(_ tag: RowTag, _ text: UnsafeRawBufferPointer) {
        let room = room(5)
        room.storeBytes(of: tag.rawValue, as: UInt8.self)
        room.storeBytes(of: UInt32(text.count), toByteOffset: 1, as: UInt32.self)
        appendBytes(text)
    }

    private func append(_ tag: RowTag, _ id: PackedId) {
        idPlaces.append(UInt32(truncatingIfNeeded: count))
        let room = room(21)
        room.storeBytes(of: tag.rawValue, as: UInt8.self)
        room.storeBytes(of: id.high, toByteOffset: 1, as: UInt64.self)
        room.storeBytes(of: id.low, toByteOffset: 9, as: UInt64.self)
        room.storeBytes(of: 0, toByteOffset: 17, as: UInt32.self)
    }
}

extension RowBuffer {
    /// Writes beside the ids the numbers that they have, as far as they are known.
    func number(by table: IdentTable) {
        guard let start = bytes.baseAddress else { return }
        table.numberAll(
            idPlaces.count,
            id: { index in
                let cell = start + Int(idPlaces[index])
                return PackedId(
                    high: cell.loadUnaligned(fromByteOffset: 1, as: UInt64.self),
                    low: cell.loadUnaligned(fromByteOffset: 9, as: UInt64.self))
            },
            take: { index, key in
                (start + Int(idPlaces[index])).storeBytes(
                    of: UInt32(truncatingIfNeeded: key), toByteOffset: 17, as: UInt32.self)
            })
    }
}

enum RowTag: UInt8 {
    case absent, null, integer, text, guid, namedId
}

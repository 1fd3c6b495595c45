import CSimdjson

/// The stretch of a text that is in memory.
///
/// Positions count from the beginning of the buffer. Around the text there is room: for a bracket in
/// front, and behind it for another one and for what simdjson may read.
final class TextBuffer {
    private static let margin = 64

    private(set) var text: UnsafeMutablePointer<UInt8>
    private var capacity: Int
    /// The bytes that are held and not yet consumed.
    private(set) var start = 0
    private(set) var end = 0
    /// Where `start` lies in the whole text.
    private(set) var offset = 0
    /// The line `start` lies in, from 1.
    private(set) var line = 1
    /// Whether the text ends at `end`.
    private(set) var isAtEnd = false

    init(capacity: Int = 1 << 16) {
        self.capacity = capacity
        text = Self.allocate(capacity)
    }

    deinit { Self.deallocate(text) }

    var count: Int { end - start }

    var place: CutDocument.Place { .init(offset: offset, line: line) }

    var startsWithByteOrderMark: Bool {
        count >= 3 && text[start] == 0xEF && text[start + 1] == 0xBB && text[start + 2] == 0xBF
    }

    func bytes(_ range: Range<Int>) -> UnsafeRawBufferPointer {
        UnsafeRawBufferPointer(start: text + range.lowerBound, count: range.count)
    }

    /// Reads on until `count` bytes are held or the text ends.
    func fill(upTo count: Int, from input: TextInput) throws(JSONTextError) {
        guard self.count < count, !isAtEnd else { return }
        // What is moved is less than what was consumed, and the text stays where the cache has it.
        if self.count <= start { moveToFront() }
        while self.count < count, !isAtEnd {
            if end == capacity {
                // Files are mostly far smaller than the limit: room is made as they turn out to be bigger.
                makeRoom(for: min(count, max(2 * self.count, 1 << 16)))
            }
            let room = UnsafeMutableRawBufferPointer(
                start: text + end, count: min(capacity - end, count - self.count))
            let added = try input.read(into: room)
            end += added
            isAtEnd = added == 0
        }
    }

    /// Goes on behind the next `count` bytes.
    func consume(_ count: Int) {
        line += csj_count_newlines(text, start, start + count)
        start += count
        offset += count
    }

    /// Forgets all that is held, to go on from a place.
    func restart(at place: CutDocument.Place) {
        start = 0
        end = 0
        isAtEnd = false
        offset = place.offset
        line = place.line
    }

    /// Puts brackets around a stretch of text as long as `body` runs.
    func withBrackets<Result>(
        around range: Range<Int>, _ body: (UnsafeRawBufferPointer) throws -> Result
    ) rethrows -> Result {
        let before = text[range.lowerBound - 1]
        let behind = text[range.upperBound]
        text[range.lowerBound - 1] = UInt8(ascii: "[")
        text[range.upperBound] = UInt8(ascii: "]")
        defer {
            text[range.lowerBound - 1] = before
            text[range.upperBound] = behind
        }
        return try body(bytes((range.lowerBound - 1)..<(range.upperBound + 1)))
    }

    func append(_ bytes: UnsafeRawBufferPointer) {
        guard let source = bytes.baseAddress else { return }
        if capacity - end < bytes.count { makeRoom(for: max(count + bytes.count, 2 * count)) }
        UnsafeMutableRawPointer(text + end).copyMemory(from: source, byteCount: bytes.count)
        end += bytes.count
    }

    /// Sees to it that `count` bytes from `start` on have a place.
    private func makeRoom(for count: Int) {
        moveToFront()
        guard count > capacity else { return }
        let larger = Self.allocate(count)
        larger.update(from: text, count: end)
        Self.deallocate(text)
        text = larger
        capacity = count
    }

    private func moveToFront() {
        text.update(from: text + start, count: count)
        end -= start
        start = 0
    }

    private static func allocate(_ capacity: Int) -> UnsafeMutablePointer<UInt8> {
        .allocate(capacity: margin + capacity + 1 + CSJ_PADDING) + margin
    }

    private static func deallocate(_ text: UnsafeMutablePointer<UInt8>) { (text - margin).deallocate() }
}

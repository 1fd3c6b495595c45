/// The text of a file as UTF-8 without a byte order mark, whatever the file is packed and encoded in.
final class TextInput {
    let name: String
    /// Offset into the text of what is read next.
    private(set) var offset = 0
    private let file: any StoredInput
    private let source: any ByteInput
    private let markSize: Int
    private let scratch = ByteBlock(count: 1 << 16)

    init(_ file: any StoredInput) throws(JSONTextError) {
        name = file.name
        self.file = file
        let isGzip = try Self.opening(of: file, scratch).starts(with: [0x1F, 0x8B])
        let unpacked: any ByteInput = isGzip ? try GzipInput(file: file) : file
        let mark = try Self.opening(of: unpacked, scratch)
        if mark.starts(with: [0xFF, 0xFE]) {
            source = UTF16Input(source: unpacked, order: .littleEndian)
        } else if mark.starts(with: [0xFE, 0xFF]) {
            source = UTF16Input(source: unpacked, order: .bigEndian)
        } else {
            source = unpacked
        }
        markSize = try Self.opening(of: source, scratch) == [0xEF, 0xBB, 0xBF] ? 3 : 0
        try rewind()
    }

    func rewind() throws(JSONTextError) {
        try source.rewind()
        _ = try source.readFully(into: scratch[0..<markSize])
        offset = 0
    }

    func read(into target: UnsafeMutableRawBufferPointer) throws(JSONTextError) -> Int {
        let count = try source.read(into: target)
        offset += count
        return count
    }

    /// Goes to an offset; in packed, translated and UTF-16 files by reading up to it, to go back from the beginning.
    func seek(to target: Int) throws(JSONTextError) {
        if source === file, file.seek(to: markSize + target) { offset = target }
        if target < offset { try rewind() }
        while offset < target {
            let count = min(scratch.bytes.count, target - offset)
            guard try read(into: scratch[0..<count]) > 0 else { throw .changed(file: name) }
        }
    }

    func checkUnchanged() throws(JSONTextError) { try file.checkUnchanged() }

    /// The first three bytes of an input, which is rewound before and after.
    private static func opening(
        of input: any ByteInput, _ scratch: ByteBlock
    ) throws(JSONTextError) -> [UInt8] {
        try input.rewind()
        let count = try input.readFully(into: scratch[0..<3])
        try input.rewind()
        return Array(scratch[0..<count])
    }
}

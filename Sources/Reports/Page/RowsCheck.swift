import CLibXML2
import Glibc

/// Reads the rows of a table as `PageCheck` reads a page, on a thread of its own, while further ones are written.
final class RowsCheck: Sendable {
    private let pieces: Channel<[UInt8]>
    private let reading: OwnThread<PageCheck.Fault?>

    init() {
        let pieces = Channel<[UInt8]>(capacity: 16)
        reading = OwnThread("checking") {
            // Who still sends learns that it is of no use.
            defer { pieces.close() }
            return RowsSource(pieces).fault()
        }
        self.pieces = pieces
        // An element around the rows makes a document of them.
        send("<rows>\n")
    }

    deinit {
        pieces.close()
    }

    /// The next piece of the rows, wherever it is cut.
    func read(_ piece: UnsafeBufferPointer<UInt8>) {
        // None would be taken for the end. Where a fault was found nobody takes any: `check` tells it.
        if !piece.isEmpty { _ = pieces.send(Array(piece)) }
    }

    /// There is nothing more to read.
    func end() {
        send("</rows>")
        pieces.close()
    }

    /// Waits until all is read, and refuses what is no well-formed XML. Call `end` before.
    func check(publishedAs path: String) throws(ReportsError) {
        if let fault = reading.value() { throw fault.error(publishedAs: path) }
    }

    private func send(_ text: StaticString) {
        text.withUTF8Buffer(read)
    }
}

/// What libxml2 asks for the bytes.
private final class RowsSource {
    private let pieces: Channel<[UInt8]>
    private var piece: ArraySlice<UInt8> = []

    init(_ pieces: Channel<[UInt8]>) {
        self.pieces = pieces
    }

    func fault() -> PageCheck.Fault? {
        withExtendedLifetime(self) {
            PageCheck.fault(
                by: xmlCreateIOParserCtxt(
                    nil, nil,
                    { source, buffer, room in
                        guard let source, let buffer else { return 0 }
                        return Unmanaged<RowsSource>.fromOpaque(source).takeUnretainedValue()
                            .fill(UnsafeMutableRawBufferPointer(start: buffer, count: Int(room)))
                    },
                    { _ in 0 }, Unmanaged.passUnretained(self).toOpaque(), XML_CHAR_ENCODING_NONE))
        }
    }

    /// - Returns: how many bytes; none at the end.
    private func fill(_ buffer: UnsafeMutableRawBufferPointer) -> Int32 {
        if piece.isEmpty { piece = pieces.receive()?[...] ?? [] }
        let part = piece.prefix(buffer.count)
        buffer.copyBytes(from: part)
        piece = piece.dropFirst(part.count)
        return Int32(part.count)
    }
}

import CLibXML2
import Foundation

/// One pass of libxml2 over an open file. No tree is built: elements go to the builder as they come.
final class CSDLReading {
    /// Where and why the text was given up.
    struct Fault {
        let line: Int
        let column: Int
        let problem: String
    }

    /// Graph's is under 10 MB, beta's too.
    static let sizeLimit = 32 << 20

    private(set) var builder = MetadataBuilder()
    /// The first one: what follows is mostly its consequence.
    private(set) var fault: Fault?
    /// Why the bytes could not be read.
    private(set) var readProblem: String?
    private let file: Int32
    private var count = 0
    private var parser: xmlParserCtxtPtr?

    init(_ file: Int32) {
        self.file = file
    }

    func run() {
        var handler = CSDLReading.handler
        let me = Unmanaged.passUnretained(self).toOpaque()
        // Faults of an encoding come without a parser; libxml2 would write them to standard error.
        xmlSetStructuredErrorFunc(me, handler.serror)
        defer { xmlSetStructuredErrorFunc(nil, nil) }
        parser = xmlCreateIOParserCtxt(
            &handler, me,
            { reading, buffer, room in CSDLReading.of(reading)?.read(into: buffer, room: Int(room)) ?? 0 },
            { _ in 0 }, me, XML_CHAR_ENCODING_NONE)
        guard parser != nil else {
            readProblem = "libxml2 cannot begin"
            return
        }
        defer { xmlFreeParserCtxt(parser) }
        xmlCtxtUseOptions(parser, Int32(XML_PARSE_NONET.rawValue))
        xmlParseDocument(parser)
        if parser?.pointee.wellFormed != 1 { note("it is no well-formed XML") }
    }

    static func of(_ pointer: UnsafeMutableRawPointer?) -> CSDLReading? {
        pointer.map { Unmanaged<CSDLReading>.fromOpaque($0).takeUnretainedValue() }
    }

    /// Reads on; nothing more where that fails, which is told by `readProblem`.
    private func read(into buffer: UnsafeMutablePointer<CChar>?, room: Int) -> Int32 {
        guard readProblem == nil else { return 0 }
        var got = Foundation.read(file, buffer, room)
        while got < 0, errno == EINTR { got = Foundation.read(file, buffer, room) }
        if got < 0 { readProblem = String(cString: strerror(errno)) }
        count += max(got, 0)
        if count > CSDLReading.sizeLimit {
            readProblem = "it is larger than \(CSDLReading.sizeLimit >> 20) MB, as no $metadata is"
        }
        return readProblem == nil ? Int32(got) : 0
    }

    func start(_ element: String, _ attributes: [String: String]) {
        guard fault == nil else { return }
        do {
            try builder.start(element, attributes, line: place.line)
        } catch {
            giveUp(error.problem)
        }
    }

    func end(_ element: String) { builder.end(element) }

    /// Ends the pass. Only for where an element begins, or a document type: libxml2 tells of its own faults in the
    /// midst of what stopping would free.
    func giveUp(_ problem: String) {
        note(problem)
        xmlStopParser(parser)
    }

    /// Notes the fault, at the place given or where the parser stands.
    func note(_ problem: String, at place: (line: Int, column: Int)? = nil) {
        guard fault == nil else { return }
        let (line, column) = place.flatMap { $0.line > 0 ? $0 : nil } ?? self.place
        fault = Fault(line: line, column: column, problem: String(problem.prefix(300)))
    }

    private var place: (line: Int, column: Int) {
        guard let input = parser?.pointee.input?.pointee else { return (1, 1) }
        return (Int(input.line), Int(input.col))
    }
}

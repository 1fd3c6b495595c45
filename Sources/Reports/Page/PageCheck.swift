import CLibXML2

/// Reads a page, or a part of one, before it is published. Nothing is fetched and no entity is expanded.
enum PageCheck {
    /// Why a text is no well-formed XML.
    struct Fault {
        fileprivate(set) var line = 0
        fileprivate(set) var problem: String
    }

    /// Refuses what is no well-formed XML.
    static func check(_ page: String, publishedAs path: String) throws(ReportsError) {
        let fault = page.withUTF8Bytes { text in
            text.withMemoryRebound(to: CChar.self) { text in
                PageCheck.fault(by: xmlCreateMemoryParserCtxt(text.baseAddress, Int32(text.count)))
            }
        }
        if let fault { throw fault.error(publishedAs: path) }
    }

    /// Lets the parser read to the end, and frees it.
    ///
    /// - Returns: the first fault, since what follows is mostly its consequence; nil where there is none.
    static func fault(by parser: xmlParserCtxtPtr?) -> Fault? {
        guard let parser else { return Fault(problem: "libxml2 cannot begin") }
        defer { xmlFreeParserCtxt(parser) }
        xmlCtxtUseOptions(parser, Int32(XML_PARSE_NONET.rawValue | XML_PARSE_HUGE.rawValue))
        var found: Fault?
        withUnsafeMutablePointer(to: &found) { found in
            // Nothing is made of what is read; only faults are told.
            var handler = xmlSAXHandler()
            handler.initialized = UInt32(XML_SAX2_MAGIC)
            handler.serror = note
            parser.pointee.sax.pointee = handler
            parser.pointee.userData = UnsafeMutableRawPointer(found)
            xmlParseDocument(parser)
        }
        return found ?? (parser.pointee.wellFormed == 1 ? nil : Fault(problem: "unreadable"))
    }

    private static let note: xmlStructuredErrorFunc = { context, error in
        guard let found = context?.assumingMemoryBound(to: Fault?.self), let error, found.pointee == nil
        else { return }
        let message = error.pointee.message.map { String(cString: $0) } ?? "no message"
        found.pointee = Fault(line: Int(error.pointee.line), problem: message.trimmed)
    }
}

extension PageCheck.Fault {
    func error(publishedAs path: String) -> ReportsError {
        .malformedPage(path: path, line: line, problem: problem)
    }
}

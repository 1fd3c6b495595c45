import CLibXML2

/// Reads a page back before it is published.
enum PageCheck {
    /// Refuses what is no well-formed XML. Nothing is fetched and no entity is expanded.
    static func check(_ file: String, publishedAs path: String) throws(ReportsError) {
        let options = XML_PARSE_NONET.rawValue | XML_PARSE_HUGE.rawValue
        guard let parser = xmlCreateURLParserCtxt(file, Int32(options)) else {
            throw .unreadable(path: file, problem: "libxml2 cannot open it")
        }
        defer { xmlFreeParserCtxt(parser) }
        var finding = Finding()
        withUnsafeMutablePointer(to: &finding) { finding in
            // Nothing is made of what is read; only faults are told.
            var handler = xmlSAXHandler()
            handler.initialized = UInt32(XML_SAX2_MAGIC)
            handler.serror = note
            parser.pointee.sax.pointee = handler
            parser.pointee.userData = UnsafeMutableRawPointer(finding)
            xmlParseDocument(parser)
        }
        let isWellFormed = parser.pointee.wellFormed == 1
        if !isWellFormed || finding.problem != nil {
            throw .malformedPage(path: path, line: finding.line, problem: finding.problem ?? "unreadable")
        }
    }

    private struct Finding {
        var line = 0
        /// The first one: what follows is mostly its consequence.
        var problem: String?
    }

    private static let note: xmlStructuredErrorFunc = { context, error in
        guard let finding = context?.assumingMemoryBound(to: Finding.self), let error,
            finding.pointee.problem == nil
        else { return }
        finding.pointee.line = Int(error.pointee.line)
        let message = error.pointee.message.map { String(cString: $0) } ?? "no message"
        finding.pointee.problem = message.trimmed
    }
}

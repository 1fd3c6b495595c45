import CLibXML2

extension CSDLReading {
    /// What libxml2 calls: elements, faults, and the document type declaration, which ends the pass. Entities have no
    /// handler: none is ever known.
    static var handler: xmlSAXHandler {
        var handler = xmlSAXHandler()
        handler.initialized = UInt32(XML_SAX2_MAGIC)
        handler.internalSubset = { reading, _, _, _ in
            CSDLReading.of(reading)?.giveUp("a document type declaration, which no $metadata has")
        }
        handler.startElementNs = { reading, name, _, _, _, _, count, _, attributes in
            guard let name, let reading = CSDLReading.of(reading) else { return }
            reading.start(
                String(cString: name), CSDLReading.attributes(attributes, count: Int(count)))
        }
        handler.endElementNs = { reading, name, _, _ in
            guard let name else { return }
            CSDLReading.of(reading)?.end(String(cString: name))
        }
        handler.serror = { reading, error in
            // What is only warned of is read.
            guard let error, error.pointee.level.rawValue >= XML_ERR_ERROR.rawValue else { return }
            let message = error.pointee.message.map { String(cString: $0) } ?? "no well-formed XML"
            let place = (line: Int(error.pointee.line), column: Int(error.pointee.int2))
            CSDLReading.of(reading)?.note(
                message.split(whereSeparator: \.isNewline).joined(separator: " "), at: place)
        }
        return handler
    }

    /// Five pointers an attribute: local name, prefix, namespace, begin and end of the value.
    private static func attributes(
        _ pointers: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?, count: Int
    ) -> [String: String] {
        guard let pointers else { return [:] }
        var found: [String: String] = [:]
        for place in 0..<count {
            guard let name = pointers[5 * place], pointers[5 * place + 1] == nil,
                let begin = pointers[5 * place + 3], let end = pointers[5 * place + 4]
            else { continue }
            let value = UnsafeBufferPointer(start: begin, count: end - begin)
            found[String(cString: name)] = String(decoding: value, as: UTF8.self)
        }
        return found
    }
}

import Model

extension ByteWriter {
    /// As `XMLText` says.
    func write(escaped text: String) {
        text.withUTF8Bytes { bytes in XMLText.escape(bytes) { write($0) } }
    }

    func write(pageText text: String) {
        text.withUTF8Bytes { write(pageText: $0) }
    }

    /// Escaped, of bytes that should be UTF-8: what is none is replaced. Text beyond ASCII in a frame of its own, so
    /// that its direction stays inside.
    func write(pageText bytes: UnsafeBufferPointer<UInt8>) {
        if XMLText.isPlain(bytes) { return write(bytes) }
        if bytes.isASCII { return XMLText.escape(bytes) { write($0) } }
        write("<bdi>")
        write(escaped: String(decoding: bytes, as: UTF8.self))
        write("</bdi>")
    }

    /// As `pageText`; a long sign-in name or domain may break before `@`, `#` and a point, and behind `_`.
    func write(breakable bytes: UnsafeBufferPointer<UInt8>) {
        write("<bdi>")
        if bytes.isASCII {
            write(piecesOf: bytes)
        } else {
            String(decoding: bytes, as: UTF8.self).withUTF8Bytes { write(piecesOf: $0) }
        }
        write("</bdi>")
    }

    private func write(piecesOf bytes: UnsafeBufferPointer<UInt8>) {
        var start = 0
        for (index, byte) in bytes.enumerated() {
            let place: Int
            switch byte {
            case UInt8(ascii: "_"): place = index + 1
            case UInt8(ascii: "@"), UInt8(ascii: "#"), UInt8(ascii: "."): place = index
            default: continue
            }
            guard place > start else { continue }
            XMLText.escape(UnsafeBufferPointer(rebasing: bytes[start..<place])) { write($0) }
            write("<wbr />")
            start = place
        }
        XMLText.escape(UnsafeBufferPointer(rebasing: bytes[start...])) { write($0) }
    }

    /// `2026-08-07 09:13 UTC`, with the seconds for machines.
    func write(pageTime instant: Instant) {
        let form: StaticString = "<time datetime=\"YYYY-MM-DDTHH:MM:SSZ\">YYYY-MM-DD HH:MM UTC</time>"
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: form.utf8CodeUnitCount) { text in
            form.withUTF8Buffer { _ = text.initialize(fromContentsOf: $0) }
            let machine = UnsafeMutableBufferPointer(rebasing: text[16..<36])
            instant.write(into: machine)
            for place in 0..<16 where place != 10 { text[38 + place] = machine[place] }
            write(UnsafeBufferPointer(text))
        }
    }

    /// The names, each in a frame of its own.
    func write(pagePath steps: [PathStep], joinedBy joint: StaticString) {
        for (index, step) in steps.enumerated() {
            if index > 0 { write(joint) }
            write("<bdi>")
            write(escaped: step.label)
            write("</bdi>")
        }
    }
}

extension Instant {
    /// As people read it: `2026-08-07 09:13 UTC`.
    var pageText: String {
        let text = description
        return text.prefix(10) + " " + text.dropFirst(11).prefix(5) + " UTC"
    }
}

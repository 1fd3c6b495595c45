import Model

extension ByteWriter {
    /// As `XMLText` says.
    func write(escaped text: String) {
        text.withUTF8Bytes { bytes in XMLText.escape(bytes) { write($0) } }
    }

    /// Escaped; text beyond ASCII in a frame of its own, so that its direction stays inside.
    func write(pageText text: String) {
        text.withUTF8Bytes { bytes in
            if XMLText.isPlain(bytes) { return write(bytes) }
            let isASCII = bytes.allSatisfy { $0 < 0x80 }
            if !isASCII { write("<bdi>") }
            XMLText.escape(bytes) { write($0) }
            if !isASCII { write("</bdi>") }
        }
    }

    /// As `pageText`; a long sign-in name or domain may break before `@`, `#` and a point, and behind `_`.
    func write(breakable text: String) {
        write("<bdi>")
        text.withUTF8Bytes { bytes in
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
        write("</bdi>")
    }

    /// `2026-08-07 09:13 UTC`, with the seconds for machines.
    func write(pageTime instant: Instant) {
        write("<time datetime=\"")
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: Instant.textLength) { text in
            instant.write(into: text)
            let text = UnsafeBufferPointer(text)
            write(text)
            write("\">")
            write(UnsafeBufferPointer(rebasing: text[..<10]))
            write(" ")
            write(UnsafeBufferPointer(rebasing: text[11..<16]))
        }
        write(" UTC</time>")
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

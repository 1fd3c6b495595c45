import Foundation

/// The answers within the answer to a batch, their bodies byte by byte as they came.
struct BatchResponses {
    struct Response {
        let id: String
        let status: Int
        /// By lower-case name.
        let headers: [String: String]
        let body: Data
    }

    let all: [Response]

    /// - Returns: nil when it is no JSON of that kind.
    init?(_ data: Data) {
        // Checked as a whole first: what cuts it into pieces below trusts it.
        guard (try? JSONSerialization.jsonObject(with: data)) is [String: Any] else { return nil }
        let text = JSONSlices(data)
        guard let list = text.member("responses", of: text.whole) else { return nil }
        all = text.elements(of: list).compactMap { element in
            guard let id = text.member("id", of: element).flatMap(text.value) as? String,
                let status = text.member("status", of: element).flatMap(text.value) as? Int
            else { return nil }
            let headers = text.member("headers", of: element).flatMap(text.value) as? [String: Any] ?? [:]
            let body = text.member("body", of: element).map(text.bytes) ?? Data()
            return Response(
                id: id, status: status,
                headers: Dictionary(headers.map { ($0.key.lowercased(), "\($0.value)") }) { _, last in last },
                body: body)
        }
    }
}

/// Where the parts of a JSON text lie that is known to be sound.
struct JSONSlices {
    private let text: [UInt8]

    init(_ data: Data) {
        text = Array(data)
    }

    var whole: Range<Int> { text.indices }

    func bytes(_ range: Range<Int>) -> Data { Data(text[range]) }

    func value(_ range: Range<Int>) -> Any? {
        try? JSONSerialization.jsonObject(with: bytes(range), options: [.fragmentsAllowed])
    }

    /// The value of a member; the last of several.
    func member(_ name: String, of object: Range<Int>) -> Range<Int>? {
        var found: Range<Int>?
        let parts = self.parts(of: object, open: "{")
        for place in stride(from: 0, to: parts.count - 1, by: 2)
        where value(parts[place]) as? String == name {
            found = parts[place + 1]
        }
        return found
    }

    func elements(of array: Range<Int>) -> [Range<Int>] {
        parts(of: array, open: "[")
    }

    /// Keys and values, or elements, of the outermost level.
    private func parts(of range: Range<Int>, open: Unicode.Scalar) -> [Range<Int>] {
        var position = range.lowerBound
        skipBlanks(&position, range)
        guard position < range.upperBound, text[position] == UInt8(ascii: open) else { return [] }
        position += 1
        var parts: [Range<Int>] = []
        while position < range.upperBound {
            skipBlanks(&position, range)
            guard position < range.upperBound else { break }
            switch text[position] {
            case UInt8(ascii: "}"), UInt8(ascii: "]"): return parts
            case UInt8(ascii: ","), UInt8(ascii: ":"): position += 1
            default:
                let start = position
                skipValue(&position, range)
                parts.append(start..<position)
            }
        }
        return parts
    }

    private func skipBlanks(_ position: inout Int, _ range: Range<Int>) {
        while position < range.upperBound, [0x20, 0x09, 0x0A, 0x0D].contains(text[position]) { position += 1 }
    }

    private func skipString(_ position: inout Int, _ range: Range<Int>) {
        position += 1
        while position < range.upperBound, text[position] != UInt8(ascii: "\"") {
            position += text[position] == UInt8(ascii: "\\") ? 2 : 1
        }
        position = min(position + 1, range.upperBound)
    }

    private func skipValue(_ position: inout Int, _ range: Range<Int>) {
        var depth = 0
        while position < range.upperBound {
            switch text[position] {
            case UInt8(ascii: "\""):
                skipString(&position, range)
                if depth == 0 { return }
            case UInt8(ascii: "{"), UInt8(ascii: "["):
                depth += 1
                position += 1
            case UInt8(ascii: "}"), UInt8(ascii: "]"):
                if depth == 0 { return }
                depth -= 1
                position += 1
                if depth == 0 { return }
            case UInt8(ascii: ","), UInt8(ascii: ":"), 0x20, 0x09, 0x0A, 0x0D:
                if depth == 0 { return }
                position += 1
            default: position += 1
            }
        }
    }
}

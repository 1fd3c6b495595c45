import Foundation

/// A JSON object, its members as they stand in the file.
struct RawObject: Sendable {
    let members: [(name: String, value: Data)]

    init(members: [(name: String, value: Data)]) {
        self.members = members
    }

    /// - Parameter text: sound JSON, an object.
    init(_ text: Data) {
        var walk = RawWalk(text)
        members = walk.members()
    }

    subscript(_ name: String) -> Data? { members.last { $0.name == name }?.value }

    func text(_ name: String) -> String? {
        self[name].flatMap {
            try? JSONSerialization.jsonObject(with: $0, options: .fragmentsAllowed) as? String
        }
    }

    var data: Data {
        var text = Data("{".utf8)
        for (place, member) in members.enumerated() {
            if place > 0 { text.append(UInt8(ascii: ",")) }
            text.append(Data("\"\(member.name)\":".utf8))
            text.append(member.value)
        }
        text.append(UInt8(ascii: "}"))
        return text
    }

    /// The elements of a JSON array.
    static func elements(_ text: Data) -> [Data] {
        var walk = RawWalk(text)
        return walk.elements()
    }
}

/// Cuts sound JSON into its outermost parts.
private struct RawWalk {
    private let bytes: [UInt8]
    private var place = 0

    init(_ text: Data) { bytes = Array(text) }

    mutating func members() -> [(name: String, value: Data)] {
        var members: [(name: String, value: Data)] = []
        open()
        while let key = part() {
            guard let value = part() else { break }
            members.append((String(decoding: key.dropFirst().dropLast(), as: UTF8.self), value))
        }
        return members
    }

    mutating func elements() -> [Data] {
        var elements: [Data] = []
        open()
        while let element = part() { elements.append(element) }
        return elements
    }

    private mutating func open() {
        while place < bytes.count, bytes[place] != UInt8(ascii: "{"), bytes[place] != UInt8(ascii: "[") {
            place += 1
        }
        place += 1
    }

    private mutating func part() -> Data? {
        while place < bytes.count, [0x20, 0x0A, 0x0D, 0x09, 0x2C, 0x3A].contains(bytes[place]) { place += 1 }
        guard place < bytes.count, bytes[place] != 0x7D, bytes[place] != 0x5D else { return nil }
        let start = place
        var depth = 0
        var isText = false
        while place < bytes.count {
            let byte = bytes[place]
            if isText {
                if byte == 0x5C { place += 1 } else if byte == 0x22 { isText = false }
            } else if byte == 0x22 {
                isText = true
            } else if byte == 0x7B || byte == 0x5B {
                depth += 1
            } else if depth == 0, [0x2C, 0x3A, 0x7D, 0x5D, 0x20, 0x0A, 0x0D, 0x09].contains(byte) {
                break
            } else if byte == 0x7D || byte == 0x5D {
                depth -= 1
            }
            place += 1
            if depth == 0, !isText, [0x7D, 0x5D, 0x22].contains(byte) { break }
        }
        return Data(bytes[start..<place])
    }
}

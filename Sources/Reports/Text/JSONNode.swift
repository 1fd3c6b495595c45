/// A small JSON value whose members keep their order: for schemas and headers, not for rows.
indirect enum JSONNode: Sendable, Equatable {
    case null
    case text(String)
    case integer(Int)
    case boolean(Bool)
    case array([JSONNode])
    case object([(String, JSONNode)])

    static func == (left: JSONNode, right: JSONNode) -> Bool {
        left.compact == right.compact
    }

    /// The text, or null.
    init(_ text: String?) {
        self = text.map(JSONNode.text) ?? .null
    }

    /// On one line.
    var compact: String {
        var result = ""
        print(into: &result, indent: nil)
        return result
    }

    /// On lines of their own, indented by two.
    var pretty: String {
        var result = ""
        print(into: &result, indent: 0)
        return result
    }

    private func print(into result: inout String, indent: Int?) {
        switch self {
        case .null: result += "null"
        case .text(let text): result += JSONNode.quoted(text)
        case .integer(let value): result += String(value)
        case .boolean(let value): result += value ? "true" : "false"
        case .array(let items):
            JSONNode.list("[", "]", items.count, into: &result, indent: indent) { index, inner, result in
                items[index].print(into: &result, indent: inner)
            }
        case .object(let members):
            JSONNode.list("{", "}", members.count, into: &result, indent: indent) { index, inner, result in
                result += JSONNode.quoted(members[index].0) + ": "
                members[index].1.print(into: &result, indent: inner)
            }
        }
    }

    private static func list(
        _ open: String, _ close: String, _ count: Int, into result: inout String, indent: Int?,
        item: (Int, Int?, inout String) -> Void
    ) {
        let inner = indent.map { $0 + 2 }
        result += open
        for index in 0..<count {
            if index > 0 { result += inner == nil ? ", " : "," }
            if let inner { result += "\n" + String(repeating: " ", count: inner) }
            item(index, inner, &result)
        }
        if let indent, count > 0 { result += "\n" + String(repeating: " ", count: indent) }
        result += close
    }

    private static func quoted(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"", "\\": result += "\\" + String(scalar)
            case "\n": result += "\\n"
            case _ where scalar.value < 0x20:
                let digits = String(scalar.value, radix: 16)
                result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }
}

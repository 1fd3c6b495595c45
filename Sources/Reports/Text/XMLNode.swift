/// A small piece of a page or picture, printed as well-formed XML. Every value is escaped.
struct XMLNode: Sendable {
    let name: String
    let attributes: KeyValuePairs<String, String>
    let children: [Child]

    enum Child: Sendable {
        case node(XMLNode)
        case text(String)
    }

    init(_ name: String, _ attributes: KeyValuePairs<String, String> = [:], _ children: [XMLNode] = []) {
        self.name = name
        self.attributes = attributes
        self.children = children.map(Child.node)
    }

    init(_ name: String, _ attributes: KeyValuePairs<String, String> = [:], text: String) {
        self.name = name
        self.attributes = attributes
        children = [.text(text)]
    }

    /// On one line.
    var printed: String {
        var result = ""
        print(into: &result)
        return result
    }

    private func print(into result: inout String) {
        result += "<" + name
        for (key, value) in attributes { result += " \(key)=\"\(XMLText.escaped(value))\"" }
        guard !children.isEmpty else {
            result += " />"
            return
        }
        result += ">"
        for child in children {
            switch child {
            case .node(let node): node.print(into: &result)
            case .text(let text): result += XMLText.escaped(text)
            }
        }
        result += "</\(name)>"
    }
}

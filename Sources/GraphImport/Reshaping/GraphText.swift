import JSONText
import Model

/// A JSON object that is being written.
struct GraphText {
    private var members: [String] = []

    var isEmpty: Bool { members.isEmpty }

    /// - Parameter json: a value as JSON text.
    mutating func add(_ name: String, json: String) {
        members.append("\"\(name.jsonEscaped)\":\(json)")
    }

    mutating func add(_ name: String, text: String) {
        add(name, json: "\"\(text.jsonEscaped)\"")
    }

    var json: String { "{" + members.joined(separator: ",") + "}" }
}

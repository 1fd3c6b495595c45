import JSONText
import Model

/// A list of references to directory objects, in the order of the source, as JSON of its own shape.
enum ReferenceList {
    /// `[{"id": …, "displayName": …, "kind": …}]`; an element without an id is left out.
    static func json(of list: JSONValue) -> String {
        var parts: [String] = []
        list.forEachElement { element in
            if let part = json(ofReference: element) { parts.append(part) }
        }
        return "[" + parts.joined(separator: ",") + "]"
    }

    static func json(ofReference reference: JSONValue) -> String? {
        guard let id = reference.text("id") else { return nil }
        var members = ["\"id\":\"\(Identifier.normalized(id).jsonEscaped)\""]
        if let name = reference.text("displayName") {
            members.append("\"displayName\":\"\(name.jsonEscaped)\"")
        }
        if let kind = reference.odataType { members.append("\"kind\":\"\(kind.jsonEscaped)\"") }
        return "{" + members.joined(separator: ",") + "}"
    }
}

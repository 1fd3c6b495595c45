import JSONText
import Model

/// A flat file that the scripts of Microsoft's tutorial on reports of one's own write (GRAPH.md 9.3).
struct FlatTable: Sendable {
    /// The file's name, as far as a name is told.
    let names: [String]
    /// Columns that no other export has; empty where the file's name alone tells.
    let columns: [String]
    let entity: String
    /// What the file leaves out of its collection; nil when it holds all.
    var leavesOut: String?
    /// Whether a row is a whole collection: of the group that it names.
    var isMembership = false
    /// Where the columns belong in an object of Graph: the path of keys; empty: nowhere.
    let places: [String: String]

    /// The table that a row belongs to; nil when it belongs to none.
    static func of(_ row: JSONValue, named name: String?) -> FlatTable? {
        all.first { table in
            table.columns.isEmpty
                ? name.map { table.names.contains($0.lowercased()) } ?? false
                : table.columns.allSatisfy { row.member(named: $0) != nil }
        }
    }

    /// The row as an object of Graph.
    func json(of row: JSONValue) -> String {
        var object = GraphText()
        var inner: [String: GraphText] = [:]
        row.forEachMember { key, value in
            let key = key.string
            guard key != "SnapshotDate", !value.isNull, let json = FlatTable.json(value, key) else { return }
            let path = (places[key] ?? PowerShellText.graphName(key)).split(separator: ".").map(String.init)
            if path.count == 2 {
                inner[path[0], default: GraphText()].add(path[1], json: json)
            } else if let name = path.first {
                object.add(name, json: json)
            }
        }
        for (name, text) in inner.sorted(by: { $0.key < $1.key }) { object.add(name, json: text.json) }
        return object.json
    }

    private static func json(_ value: JSONValue, _ key: String) -> String? {
        if key.hasSuffix("DateTime"), let text = value.string {
            return moment(text).map { "\"\($0)\"" } ?? value.rawText()
        }
        switch key {
        case "AppRoles":
            var list = PowerShellText()
            return list.json(ofList: value)
        case "Members": return members(value)
        default: return value.rawText()
        }
    }

    /// Ids as references; of one member PowerShell leaves only the id.
    private static func members(_ value: JSONValue) -> String {
        var ids = value.kind == .string ? [value.rawText()] : []
        value.forEachElement { ids.append($0.rawText()) }
        return "[" + ids.map { "{\"id\":\($0)}" }.joined(separator: ",") + "]"
    }

    /// `07/01/2021 12:34:56` and `1625142896000`, which the scripts make of a moment by taking it for text.
    private static func moment(_ text: String) -> String? {
        if text.wholeMatch(of: #/\d{9,15}/#) != nil { return "/Date(\(text))/" }
        guard let match = text.wholeMatch(of: #/(\d\d)/(\d\d)/(\d{4}) (\d\d:\d\d:\d\d)/#) else { return nil }
        return "\(match.3)-\(match.1)-\(match.2)T\(match.4)Z"
    }
}

extension PowerShellText {
    /// A list; of one element PowerShell leaves only that.
    mutating func json(ofList value: JSONValue) -> String {
        guard value.kind == .array else { return "[" + json(of: value) + "]" }
        var elements: [String] = []
        value.forEachElement { elements.append(json(of: $0)) }
        return "[" + elements.joined(separator: ",") + "]"
    }
}

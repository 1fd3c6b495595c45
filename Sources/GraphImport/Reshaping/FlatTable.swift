import JSONText

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
    func text(of row: JSONValue) -> GraphText {
        var cells: [String: [(key: String, column: String, value: JSONValue)]] = [:]
        row.forEachMember { key, value in
            let column = key.string
            guard column != "SnapshotDate", !value.isNull else { return }
            let path = (places[column] ?? PowerShellText.graphName(column)).split(separator: ".").map(
                String.init)
            guard let last = path.last else { return }
            cells[path.count > 1 ? path[0] : "", default: []].append((last, column, value))
        }
        var text = GraphText()
        text.begin("{")
        for (object, cells) in cells.sorted(by: { $0.key < $1.key }) {
            if !object.isEmpty {
                text.key(object)
                text.begin("{")
            }
            for cell in cells {
                text.key(cell.key)
                text.value(json: FlatTable.json(cell.value, cell.column))
            }
            if !object.isEmpty { text.end("}") }
        }
        text.end("}")
        return text
    }

    private static func json(_ value: JSONValue, _ column: String) -> String {
        if column == "AppRoles" { return roles(value) }
        guard column.hasSuffix("DateTime"), let text = value.string, let moment = moment(text) else {
            return value.rawText()
        }
        return "\"\(moment)\""
    }

    /// Of one role PowerShell leaves only that, without brackets.
    private static func roles(_ value: JSONValue) -> String {
        var roles = PowerShellText()
        if value.kind == .object { roles.write(value) }
        value.forEachElement { roles.write($0) }
        return "[" + String(decoding: roles.text.bytes, as: UTF8.self) + "]"
    }

    /// `07/01/2021 12:34:56` and `1625142896000`, which the scripts make of a moment by taking it for text.
    private static func moment(_ text: String) -> String? {
        guard text.utf8.count < 32 else { return nil }
        if text.wholeMatch(of: #/\d{9,15}/#) != nil { return "/Date(\(text))/" }
        guard let match = text.wholeMatch(of: #/(\d\d)/(\d\d)/(\d{4}) (\d\d:\d\d:\d\d)/#) else { return nil }
        return "\(match.3)-\(match.1)-\(match.2)T\(match.4)Z"
    }
}

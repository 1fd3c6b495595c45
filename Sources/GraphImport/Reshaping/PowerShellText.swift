import JSONText
import Model

/// Writes an object of `ConvertTo-Json` as Graph would have: camelCase, the members of `AdditionalProperties` among
/// its own, without nulls.
///
/// A null is not taken for "is empty": the cmdlets fill every member that was not fetched with it (ACCESS.md 2).
struct PowerShellText {
    /// Members that `-Depth` cut off, as paths of keys.
    private(set) var cut: Set<String> = []

    /// Whether the object's members have the names that PowerShell gives them. Graph has no member that begins with
    /// an upper case letter.
    static func isOne(_ object: JSONValue) -> Bool {
        guard object.member("id") == nil else { return false }
        if object.member("Id") != nil { return true }
        var (upper, lower) = (false, false)
        object.forEachMember { key, _ in
            guard let first = key.utf8.first else { return }
            if (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(first) { upper = true }
            if (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(first) { lower = true }
        }
        return upper && !lower
    }

    mutating func json(of object: JSONValue) -> String { text(object, within: "").json }

    private mutating func text(_ object: JSONValue, within path: String) -> GraphText {
        var text = GraphText()
        if let bag = object.member("AdditionalProperties") { add(bag, to: &text, within: path) }
        add(object, to: &text, within: path)
        return text
    }

    /// Of a name that comes twice the last counts: the object's own goes before the bag's.
    private mutating func add(_ object: JSONValue, to text: inout GraphText, within path: String) {
        let isWhole = path == "expiration" || path.hasSuffix(".expiration")
        // An expiration with a type is told wholly: what it does not say besides, it denies.
        let keepsNull = isWhole && object.member("Type").map { !$0.isNull } ?? false
        object.forEachMember { key, value in
            let key = key.string
            guard !PowerShellText.left.contains(key) else { return }
            let name = PowerShellText.graphName(key)
            if value.isNull {
                if keepsNull { text.add(name, json: "null") }
            } else if let json = json(of: value, name, within: path.isEmpty ? name : path + "." + name) {
                text.add(name, json: json)
            }
        }
    }

    /// What is of the export, not of the object.
    private static let left: Set<String> = ["AdditionalProperties", "SnapshotDate", "BackingStore"]

    /// - Returns: nil when it says nothing.
    private mutating func json(of value: JSONValue, _ name: String, within path: String) -> String? {
        switch value.kind {
        case .string:
            let text = value.string ?? ""
            if CutText.isOne(text, at: name) {
                cut.insert(path)
                return nil
            }
            if name.lowercased().contains("duration"), let duration = TimeSpan.duration(text) {
                return "\"\(duration)\""
            }
            return value.rawText()
        case .object:
            if let duration = TimeSpan.duration(value) { return "\"\(duration)\"" }
            // Windows PowerShell writes dates that were made by Get-Date with what it knows of them besides.
            if value.member("DisplayHint") != nil, let date = value.member("value") { return date.rawText() }
            let inner = text(value, within: path)
            return inner.isEmpty ? nil : inner.json
        case .array:
            let before = cut.count
            var elements: [String] = []
            var isCut = false
            value.forEachElement { element in
                if element.kind == .string, CutText.isOne(element.string ?? "", at: name) { isCut = true }
                if let json = json(of: element, name, within: path) { elements.append(json) }
            }
            guard !isCut else {
                cut.insert(path)
                return nil
            }
            // A list of which parts are gone is no list.
            return cut.count == before ? "[" + elements.joined(separator: ",") + "]" : nil
        default: return value.rawText()
        }
    }

    /// `UserPrincipalName` → `userPrincipalName`; annotations stay as they are.
    static func graphName(_ name: String) -> String {
        guard let first = name.utf8.first, (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(first) else {
            return name
        }
        return name.prefix(1).lowercased() + name.dropFirst()
    }
}

import JSONText
import Model

/// Writes an object of `ConvertTo-Json` as Graph would have: camelCase, the members of `AdditionalProperties` among
/// its own, without nulls.
///
/// A null is not taken for "is empty": the cmdlets fill every member that was not fetched with it (ACCESS.md 2).
struct PowerShellText {
    /// JSON, as far as it is written.
    private(set) var text = GraphText()
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

    /// Writes the object.
    ///
    /// - Parameter path: where it lies within the whole.
    /// - Returns: false when it says nothing; then nothing but braces is written.
    @discardableResult
    mutating func write(_ object: JSONValue, within path: String = "") -> Bool {
        text.begin("{")
        let start = text.count
        if let bag = object.member("AdditionalProperties") { writeMembers(of: bag, within: path) }
        writeMembers(of: object, within: path)
        defer { text.end("}") }
        return text.count > start
    }

    /// Of a name that comes twice the last counts: the object's own goes before the bag's.
    private mutating func writeMembers(of object: JSONValue, within path: String) {
        // An expiration with a type is told wholly: what it does not say besides, it denies.
        let isWhole = path == "expiration" || path.hasSuffix(".expiration")
        let keepsNull = isWhole && object.member("Type").map { !$0.isNull } ?? false
        object.forEachMember { key, value in
            let key = key.string
            guard !PowerShellText.left.contains(key), !value.isNull || keepsNull else { return }
            let name = PowerShellText.graphName(key)
            let start = text.place
            text.key(name)
            if !write(value, name, within: PowerShellText.path(path, name)) { text.goBack(to: start) }
        }
    }

    /// What is of the export, not of the object.
    private static let left: Set<String> = ["AdditionalProperties", "SnapshotDate", "BackingStore"]

    /// Deep within, where nobody reads, no longer path is needed.
    private static func path(_ path: String, _ name: String) -> String {
        path.isEmpty ? name : path.utf8.count > 100 || name.utf8.count > 100 ? path : path + "." + name
    }

    /// - Returns: false when it says nothing; what was written is to be taken back.
    private mutating func write(_ value: JSONValue, _ name: String, within path: String) -> Bool {
        switch value.kind {
        case .string:
            guard !isCut(value, name, path) else { return false }
            if name.lowercased().contains("duration"), let duration = value.string.flatMap(TimeSpan.duration)
            {
                text.value(text: duration)
            } else {
                text.value(json: value.rawText())
            }
        case .object:
            if let duration = TimeSpan.duration(value) {
                text.value(text: duration)
            } else if value.member("DisplayHint") != nil, let date = value.member("value") {
                // Windows PowerShell writes dates of Get-Date with what it knows of them besides.
                text.value(json: date.rawText())
            } else {
                return write(value, within: path)
            }
        case .array: return writeList(value, name, within: path)
        default: text.value(json: value.rawText())
        }
        return true
    }

    /// - Returns: false for a list of which elements are gone: it is none.
    private mutating func writeList(_ list: JSONValue, _ name: String, within path: String) -> Bool {
        let before = cut.count
        var isCut = false
        text.begin("[")
        list.forEachElement { element in
            if element.kind == .string, self.isCut(element, name, path) { isCut = true }
            let start = text.place
            if !write(element, name, within: path) { text.goBack(to: start) }
        }
        text.end("]")
        return !isCut && cut.count == before
    }

    private mutating func isCut(_ value: JSONValue, _ name: String, _ path: String) -> Bool {
        guard CutText.isOne(value.string ?? "", at: name) else { return false }
        cut.insert(path)
        return true
    }

    /// `UserPrincipalName` → `userPrincipalName`; annotations stay as they are.
    static func graphName(_ name: String) -> String {
        guard let first = name.utf8.first, (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(first) else {
            return name
        }
        return name.prefix(1).lowercased() + name.dropFirst()
    }
}

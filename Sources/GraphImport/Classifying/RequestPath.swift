import Foundation

/// The segments of a request, from a folder path or from an `@odata.context`.
struct RequestPath: Hashable {
    let segments: [String]
    /// The type within `Collection(…)`, without its namespace: the answer of a function, not a collection.
    var collectionType: String?
    /// The path of an object that stands alone in a folder of its own name, as EntraExporter writes it:
    /// `…/Groups/<id>/<id>.json` → Groups, <id>.
    var ofFolder: [String]?
    /// Whether it asks for changes: `users/delta`, or `users-delta` as a file is called. That word is left out.
    private(set) var isDelta = false

    /// `…/groups/<id>/members-0001.json.gz` → groups, <id>, members. A page's number is dropped.
    init(file components: [String]) {
        var segments = components
        if let last = segments.popLast() {
            let name = RequestPath.bareName(last)
            if segments.last == name { ofFolder = segments }
            segments.append(RequestPath.stem(of: name))
        }
        let last = segments.last?.lowercased() ?? ""
        if segments.count > 1, RequestPath.deltaNames.contains(last) {
            isDelta = true
            segments.removeLast()
        } else if last.hasSuffix("-delta") {
            isDelta = true
            segments[segments.count - 1].removeLast("-delta".count)
        }
        self.segments = segments
    }

    /// The fragment of a context: `…/$metadata#groups('id')/members(id,displayName)/$entity`.
    ///
    /// - Returns: nil when it has no fragment.
    init?(context: String) {
        guard let hash = context.utf8.firstIndex(of: UInt8(ascii: "#")) else { return nil }
        var segments: [String] = []
        for part in RequestPath.split(context[context.index(after: hash)...]) where !part.hasPrefix("$") {
            guard let open = part.utf8.firstIndex(of: UInt8(ascii: "(")) else {
                segments.append(String(part))
                continue
            }
            segments.append(String(part[..<open]))
            let inside = part[part.index(after: open)...].prefix { $0 != ")" }
            if inside.hasPrefix("'") {
                segments.append(inside.trimmingCharacters(in: CharacterSet(charactersIn: "'")))
            }
        }
        guard !segments.isEmpty else { return nil }
        self.segments = segments
        if segments == ["Collection"] {
            let inside = context[context.index(after: hash)...].drop { $0 != "(" }.dropFirst().prefix {
                $0 != ")"
            }
            collectionType = inside.split(separator: ".").last.map(String.init)
        }
    }

    private static let deltaNames = ["delta", "microsoft.graph.delta"]

    /// Whether a nextLink leads on to changes: `…/users/delta?$skiptoken=…`.
    static func isDelta(link: String) -> Bool {
        let last = link.prefix { $0 != "?" }.split(separator: "/").last ?? ""
        return deltaNames.contains(last.prefix { $0 != "(" }.lowercased())
    }

    /// Splits at slashes that are not within parentheses.
    private static func split(_ text: Substring) -> [Substring] {
        var parts: [Substring] = []
        var start = text.startIndex
        var depth = 0
        for index in text.utf8.indices {
            switch text.utf8[index] {
            case UInt8(ascii: "("): depth += 1
            case UInt8(ascii: ")"): depth -= 1
            case UInt8(ascii: "/") where depth == 0:
                parts.append(text[start..<index])
                start = text.utf8.index(after: index)
            default: break
            }
        }
        parts.append(text[start...])
        return parts.filter { !$0.isEmpty }
    }

    /// A file name without its endings.
    private static func bareName(_ file: String) -> String {
        var name = Substring(file)
        for ending in endings where name.utf8.count >= ending.count {
            let start = name.utf8.index(name.endIndex, offsetBy: -ending.count)
            let isSame = zip(name.utf8[start...], ending).allSatisfy { byte, expected in
                byte == expected || UInt8(ascii: "A")...UInt8(ascii: "Z") ~= byte && byte | 0x20 == expected
            }
            if isSame { name = name[..<start] }
        }
        return String(name)
    }

    private static let endings = [".gz", ".json", ".jsonl", ".ndjson", ".csv", ".tsv"].map { Array($0.utf8) }

    /// A bare name without a page's number.
    private static func stem(of name: String) -> String {
        // A letter of ASCII ends most names.
        guard let last = name.utf8.last, last >= 128 || 48...57 ~= last else { return name }
        let digits = name.reversed().prefix { $0.isNumber }.count
        guard (1...6).contains(digits), digits < name.count else { return String(name) }
        var shorter = name.dropLast(digits)
        guard let separator = shorter.last, "-_. ".contains(separator) else { return String(name) }
        shorter = shorter.dropLast()
        if shorter.lowercased().hasSuffix("-page") || shorter.lowercased().hasSuffix(".page") {
            shorter = shorter.dropLast(5)
        }
        return String(shorter)
    }

    /// Whether segments end like a pattern in lower case, and which ids stand for its stars.
    static func match(_ segments: [String], _ pattern: [String]) -> [String]? {
        guard segments.count >= pattern.count else { return nil }
        var ids: [String] = []
        let start = segments.count - pattern.count
        for place in pattern.indices {
            let segment = segments[start + place]
            if pattern[place] == "*" {
                ids.append(segment)
            } else if segment != pattern[place], segment.lowercased() != pattern[place] {
                return nil
            }
        }
        return ids
    }
}

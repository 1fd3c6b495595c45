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
        guard let hash = context.firstIndex(of: "#") else { return nil }
        var segments: [String] = []
        for part in RequestPath.split(context[context.index(after: hash)...]) where !part.hasPrefix("$") {
            guard let open = part.firstIndex(of: "(") else {
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
        for index in text.indices {
            switch text[index] {
            case "(": depth += 1
            case ")": depth -= 1
            case "/" where depth == 0:
                parts.append(text[start..<index])
                start = text.index(after: index)
            default: break
            }
        }
        parts.append(text[start...])
        return parts.filter { !$0.isEmpty }
    }

    /// A file name without its endings.
    private static func bareName(_ file: String) -> String {
        var name = Substring(file)
        for ending in [".gz", ".json", ".jsonl", ".ndjson", ".csv", ".tsv"]
        where name.lowercased().hasSuffix(ending) {
            name = name.dropLast(ending.count)
        }
        return String(name)
    }

    /// A bare name without a page's number.
    private static func stem(of name: String) -> String {
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

    /// Whether the path ends like the pattern, and which ids stand for its stars.
    func match(_ pattern: [Substring]) -> [String]? { RequestPath.match(segments, pattern) }

    static func match(_ segments: [String], _ pattern: [Substring]) -> [String]? {
        guard segments.count >= pattern.count else { return nil }
        var ids: [String] = []
        for (segment, part) in zip(segments.suffix(pattern.count), pattern) {
            if part == "*" {
                ids.append(segment)
            } else if segment.lowercased() != part.lowercased() {
                return nil
            }
        }
        return ids
    }
}

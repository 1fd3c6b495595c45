import Foundation

/// The query of a request, as OData means it.
struct QueryOptions {
    let all: [(name: String, value: String)]

    init(_ query: String) {
        all = query.split(separator: "&").map { part in
            let pair = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(
                String.init)
            let value = pair.count > 1 ? pair[1].removingPercentEncoding ?? pair[1] : ""
            return (pair[0].removingPercentEncoding ?? pair[0], value)
        }
    }

    subscript(_ name: String) -> String? { all.first { $0.name == name }?.value }

    var selected: Set<String>? {
        self["$select"].map { Set($0.split(separator: ",").map(String.init)) }
    }

    var top: Int? { self["$top"].flatMap(Int.init) }

    /// The names that are expanded, with what stands in their parentheses.
    var expanded: [String: QueryOptions] {
        Self.split(self["$expand"] ?? "", at: ",").reduce(into: [:]) { result, part in
            let name = String(part.prefix { $0 != "(" })
            let inside = part.contains("(") ? String(part.dropFirst(name.count + 1).dropLast()) : ""
            result[name] = QueryOptions(list: Self.split(inside, at: ";"))
        }
    }

    private init(list: [String]) {
        all = list.compactMap { part in
            guard let equals = part.firstIndex(of: "=") else { return nil }
            return (String(part[..<equals]), String(part[part.index(after: equals)...]))
        }
    }

    private static func split(_ text: String, at separator: Character) -> [String] {
        var parts = [""]
        var depth = 0
        for character in text {
            if character == "(" { depth += 1 }
            if character == ")" { depth -= 1 }
            if character == separator, depth == 0 {
                parts.append("")
            } else {
                parts[parts.count - 1].append(character)
            }
        }
        return parts.filter { !$0.isEmpty }
    }
}

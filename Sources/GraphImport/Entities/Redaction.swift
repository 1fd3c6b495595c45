import JSONText
import Model

/// Takes secrets out of what is kept whole: addresses of custom extensions, redemption and SAS addresses
/// (GRAPH.md 0, trap 20).
enum Redaction {
    private static let secretKeys: Set<String> = [
        "endpointConfiguration", "inviteRedeemUrl", "downloadUri", "clientConfiguration",
        "authenticationConfiguration",
    ]

    /// The value as canonical JSON, with every secret member replaced by null.
    static func canonicalText(of value: JSONValue) -> String {
        guard holdsSecret(value) else { return value.canonicalText() }
        switch value.kind {
        case .object:
            var members: [(String, String)] = []
            value.forEachMember { key, inner in
                let name = key.string
                members.append((name, secretKeys.contains(name) ? "null" : canonicalText(of: inner)))
            }
            let sorted = members.sorted { $0.0.utf8.lexicographicallyPrecedes($1.0.utf8) }
            return "{" + sorted.map { "\"\($0.0.jsonEscaped)\":\($0.1)" }.joined(separator: ",") + "}"
        case .array:
            var elements: [String] = []
            value.forEachElement { elements.append(canonicalText(of: $0)) }
            return "[" + elements.joined(separator: ",") + "]"
        default: return value.canonicalText()
        }
    }

    private static func holdsSecret(_ value: JSONValue) -> Bool {
        var found = false
        value.forEachMember { key, inner in
            if secretKeys.contains(key.string) || holdsSecret(inner) { found = true }
        }
        value.forEachElement { if holdsSecret($0) { found = true } }
        return found
    }
}

import Foundation
import JSONText
import Model
import Store

/// Takes secrets out of what is kept: addresses of custom extensions, redemption and SAS addresses
/// (GRAPH.md 0, trap 20).
enum Redaction {
    private static let traces = Secrets.traces.map { Array($0.utf8) }
    private static let signature = Array(Secrets.signature.utf8)
    private static let scheme = Array("://".utf8)

    /// The text itself, unless it is an address that is a secret.
    static func text(_ text: String) -> String {
        var text = text
        return text.withUTF8 { isSecret(UnsafeRawBufferPointer($0)) } ? Secrets.removed : text
    }

    /// Whether the text is an address that anybody may use who has it.
    static func isSecret(_ text: UnsafeRawBufferPointer) -> Bool {
        guard text.count > 16, let start = text.baseAddress, memchr(start, 0x3D, text.count) != nil else {
            return false
        }
        return holds(text, signature) && holds(text, scheme)
    }

    /// Writes the value as canonical JSON, with every secret member replaced by null.
    static func write(_ value: JSONValue, to rows: RowBuffer) {
        rows.appendText(
            { rows in value.withCanonicalText { rows.appendBytes($0) } },
            rewrite: { text in traces.contains { holds(text, $0) } ? redacted(value) : nil })
    }

    private static func holds(_ bytes: UnsafeRawBufferPointer, _ trace: [UInt8]) -> Bool {
        guard var rest = bytes.baseAddress, let first = trace.first else { return false }
        let end = rest + bytes.count
        while rest + trace.count <= end, let hit = memchr(rest, Int32(first), end - rest) {
            rest = UnsafeRawPointer(hit)
            guard rest + trace.count <= end else { return false }
            if memcmp(rest, trace, trace.count) == 0 { return true }
            rest += 1
        }
        return false
    }

    private static func redacted(_ value: JSONValue) -> String {
        switch value.kind {
        case .object:
            var members: [String: String] = [:]
            let isNamedSecret = names(value)
            value.forEachMember { key, inner in
                let name = key.string
                let isSecret =
                    Secrets.keys.contains(name.lowercased())
                    || isNamedSecret && ["value", "oldvalue", "newvalue"].contains(name.lowercased())
                members[name] = isSecret ? "null" : redacted(inner)
            }
            let sorted = members.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
            return "{" + sorted.map { "\"\($0.key.jsonEscaped)\":\($0.value)" }.joined(separator: ",") + "}"
        case .array:
            var elements: [String] = []
            value.forEachElement { elements.append(redacted($0)) }
            return "[" + elements.joined(separator: ",") + "]"
        case .string:
            return "\"\(text(value.string ?? "").jsonEscaped)\""
        default: return value.canonicalText()
        }
    }

    /// Whether the object is a pair whose name says that its value is a secret, as details of audit events are.
    private static func names(_ value: JSONValue) -> Bool {
        ["key", "Key", "name", "displayName", "DisplayName"].contains { member in
            value.text(member).map { Secrets.keys.contains($0.lowercased()) } ?? false
        }
    }
}

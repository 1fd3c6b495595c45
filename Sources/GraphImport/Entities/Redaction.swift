import Foundation
import JSONText
import Model

/// Takes secrets out of what is kept: addresses of custom extensions, redemption and SAS addresses
/// (GRAPH.md 0, trap 20).
enum Redaction {
    /// Members that hold secrets, in lower case: exporters write them in several spellings.
    private static let secretKeys: Set<String> = [
        "endpointconfiguration", "inviteredeemurl", "downloaduri", "clientconfiguration",
        "authenticationconfiguration",
    ]

    /// What every text that holds a secret holds.
    private static let traces =
        [
            "ndpointConfiguration\"", "nviteRedeemUrl\"", "ownloadUri\"", "lientConfiguration\"",
            "uthenticationConfiguration\"", "ndpointconfiguration\"", "nviteredeemurl\"",
            "ownloaduri\"",
            "lientconfiguration\"", "uthenticationconfiguration\"",
        ].map { Array($0.utf8) } + [signature]

    /// A parameter of addresses that anybody may use who has them.
    private static let signature = Array("sig=".utf8)
    private static let scheme = Array("://".utf8)

    /// What is kept instead.
    private static let removed = "(removed: an address with a signature)"

    /// The text itself, unless it is an address that is a secret.
    static func text(_ text: String) -> String {
        guard text.utf8.count > 16 else { return text }
        var text = text
        let isSigned = text.withUTF8 { holds($0, signature) && holds($0, scheme) }
        return isSigned ? removed : text
    }

    /// The value as canonical JSON, with every secret member replaced by null.
    static func canonicalText(of value: JSONValue) -> String {
        var text = value.canonicalText()
        let isClean = text.withUTF8 { bytes in !traces.contains { trace in holds(bytes, trace) } }
        return isClean ? text : redacted(value)
    }

    private static func holds(_ bytes: UnsafeBufferPointer<UInt8>, _ trace: [UInt8]) -> Bool {
        guard var rest = bytes.baseAddress, let first = trace.first else { return false }
        let end = rest + bytes.count
        while rest + trace.count <= end, let hit = memchr(rest, Int32(first), end - rest) {
            rest = UnsafePointer(hit.assumingMemoryBound(to: UInt8.self))
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
                    secretKeys.contains(name.lowercased())
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
            value.text(member).map { secretKeys.contains($0.lowercased()) } ?? false
        }
    }
}

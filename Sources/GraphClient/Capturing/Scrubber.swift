import Foundation
import Model

/// Takes secrets out of a body before it is written: redemption and SAS addresses, addresses of custom extensions,
/// tokens (GRAPH.md 0, trap 20).
enum Scrubber {
    /// Letters may be written as escapes; then the text is read to know.
    private static let traces = (Secrets.traces + ["\\u00"]).map { Data($0.utf8) }

    /// The body as it came, unless it holds a secret: then with null in its place.
    static func scrubbed(_ body: Data) -> Data {
        guard traces.contains(where: { body.range(of: $0) != nil }),
            let value = try? JSONSerialization.jsonObject(with: body, options: [.fragmentsAllowed])
        else { return body }
        var found = false
        let clean = clean(value, &found)
        guard found,
            let text = try? JSONSerialization.data(
                withJSONObject: clean, options: [.sortedKeys, .fragmentsAllowed, .withoutEscapingSlashes])
        else { return body }
        return text
    }

    private static func clean(_ value: Any, _ found: inout Bool) -> Any {
        if let object = value as? [String: Any] {
            let isNamed = ["key", "name", "displayName"].contains { name in
                (object[name] as? String).map { Secrets.keys.contains($0.lowercased()) } ?? false
            }
            var result: [String: Any] = [:]
            for (name, inner) in object {
                let key = name.lowercased()
                if Secrets.keys.contains(key) || isNamed && ["value", "oldvalue", "newvalue"].contains(key) {
                    found = true
                    result[name] = NSNull()
                } else {
                    result[name] = clean(inner, &found)
                }
            }
            return result
        }
        if let list = value as? [Any] { return list.map { clean($0, &found) } }
        if let text = value as? String, Secrets.isSecretAddress(text) {
            found = true
            return Secrets.removed
        }
        return value
    }
}

import Model
import Reports

/// Finds secrets in a configuration, by the names of keys and by what values look like. None is ever printed.
struct SecretSearch {
    private static let advice =
        "a secret has no place in this file; put it into a file of its own and name that in secretFile, or into the "
        + "environment"

    private static let words = [
        "secret", "password", "passwd", "passphrase", "token", "credential", "apikey", "privatekey",
    ]

    /// A fault for each place that holds one, and nothing of it.
    static func faults(_ reader: YAMLReader, named: [String]) -> [ReportsError] {
        reader.children.flatMap { name, place -> [ReportsError] in
            if isSecret(name) { return [reader.error(advice)] }
            let isNamed = !named.contains(name) && words.contains { name.plain.contains($0) }
            guard place.isText else {
                // Where the name alone says it, too: `secrets: [a, b]`.
                return isNamed && !place.children.isEmpty
                    ? [place.error(advice)] : faults(place, named: named)
            }
            return isNamed || (try? place.text()).map(isSecret) == true ? [place.error(advice)] : []
        }
    }

    /// Whether a text looks like a client secret of Entra, a token, a key, an address with a signature or a password in
    /// it, or an option that hands one over.
    static func isSecret(_ text: String) -> Bool {
        Secrets.isSecretAddress(text) || patterns().contains { text.firstMatch(of: $0) != nil }
    }

    private static func patterns() -> [Regex<Substring>] {
        [
            /[A-Za-z0-9_~.\-]{3}[0-9]Q~[A-Za-z0-9_~.\-]{20,}/,
            /eyJ[A-Za-z0-9_\-]{8,}\.[A-Za-z0-9_\-]+/,
            /-----BEGIN [A-Z ]+-----/,
            /:\/\/[^\/\s:@]*:[^\/\s@]+@/,
            /[Bb]earer\s+\S{8,}/,
            /(?i:password|passwd|passphrase|secret|token|api[_\-]?key)=\S+/,
        ]
    }
}

extension String {
    /// Small letters alone: `client_secret` and `clientSecret` are the same.
    fileprivate var plain: String {
        String(lowercased().unicodeScalars.filter { $0.properties.isAlphabetic })
    }
}

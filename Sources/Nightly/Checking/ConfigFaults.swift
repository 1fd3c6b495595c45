import Reports

/// Collects what is wrong with a configuration, so that all of it is said in one go.
final class ConfigFaults {
    private var list: [ReportsError] = []

    func add(_ fault: ReportsError) {
        list.append(fault)
    }

    /// What the body gives, or its fault.
    func trying<Value>(_ body: () throws(ReportsError) -> Value) -> Value? {
        do {
            return try body()
        } catch {
            add(error)
            return nil
        }
    }

    /// In the order of the file, each once. Of what holds a secret nothing else is said: it could tell the secret.
    ///
    /// - Parameter secrets: the faults that secrets are, which are the only ones of their keys.
    func sorted(with secrets: [ReportsError]) -> [ReportsError] {
        let keys = Set(secrets.compactMap(\.place?.key))
        var seen: [ReportsError] = []
        for fault in list where !seen.contains(fault) {
            let key = fault.place?.key ?? ""
            if !keys.contains(key), !SecretSearch.isSecret(key) { seen.append(fault) }
        }
        return (secrets + seen).sorted { ($0.place?.line ?? 0) < ($1.place?.line ?? 0) }
    }
}

extension ReportsError {
    fileprivate var place: (line: Int, key: String)? {
        if case .definition(_, let line, let key, _) = self { (line, key) } else { nil }
    }
}

import JSONText

/// An entry of Azure Monitor, as an Event Hub or a storage account holds it: the event of Graph lies under
/// `properties` (GRAPH.md 7).
enum AuditEnvelope {
    /// Whether the object is an entry, or `{"records": […]}` with entries.
    static func isOne(_ object: JSONValue) -> Bool {
        if let records = object.member("records") {
            var (count, entries) = (0, 0)
            records.forEachElement { record in
                count += 1
                if isEntry(record) { entries += 1 }
            }
            return count > 0 && entries == count
        }
        return isEntry(object)
    }

    private static func isEntry(_ object: JSONValue) -> Bool {
        object.member("properties")?.kind == .object && object.member("category") != nil
            && object.member("operationName") != nil
    }

    /// Hands out the entries.
    static func forEach(in object: JSONValue, _ body: (JSONValue) throws -> Void) rethrows {
        guard let records = object.member("records") else { return try body(object) }
        try records.forEachElement(body)
    }

    /// The event; nil for an entry of another log.
    static func event(_ entry: JSONValue) -> JSONValue? {
        guard entry.text("category")?.lowercased() == "auditlogs" else { return nil }
        return entry.member("properties")
    }
}

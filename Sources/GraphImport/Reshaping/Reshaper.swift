import JSONText

/// Turns the items of exports into objects of Graph's shape.
final class Reshaper {
    /// An object, as Graph would have told it.
    struct Item {
        let value: JSONValue
        fileprivate let origin: JSONItem
        /// Whether what is missing was not fetched, and says nothing.
        let isSparse: Bool

        var line: Int { origin.line }

        /// Something within the object, as an object of its own.
        func with(_ value: JSONValue) -> Item { Item(value: value, origin: origin, isSparse: isSparse) }
    }

    private let scratch = JSONScratch()
    private let innerScratch = JSONScratch()

    /// What was left aside or lacking, with how often that was.
    private(set) var asides: [String: Int] = [:]
    private(set) var lacks: [String: Int] = [:]
    /// Tenants that a stream names, each once where they follow on each other.
    private var tenants: [String] = []
    private var lastTenant: String?

    /// Forgets what was said of the last file.
    func begin() {
        asides = [:]
        lacks = [:]
        tenants = []
        lastTenant = nil
    }

    /// The tenants that were named since the last time: the database is of one.
    func takeTenants() -> [String] {
        defer { tenants = [] }
        return tenants
    }

    /// Hands out the objects that an item holds; a value is valid within the call.
    func forEachObject(of item: JSONItem, _ shape: ExportShape, _ body: (Item) throws -> Void) throws {
        func hand(_ json: String) throws {
            guard let value = scratch.value(of: json) else { return }
            try body(Item(value: value, origin: item, isSparse: shape.isSparse))
        }
        switch shape {
        case .graph: try body(Item(value: item.value, origin: item, isSparse: false))
        case .powerShell:
            var text = PowerShellText()
            let json = text.json(of: item.value)
            for path in text.cut {
                lack("\(path) was cut off by -Depth and is not known: export it again with -Depth 10")
            }
            try hand(json)
        case .flat(let table): try hand(table.json(of: item.value))
        case .auditEnvelopes:
            try AuditEnvelope.forEach(in: item.value) { entry in
                guard let event = AuditEnvelope.event(entry) else {
                    return aside("of \(entry.text("category") ?? "no category"), which is not imported")
                }
                note(tenant: entry.text("tenantId"))
                try body(Item(value: event, origin: item, isSparse: false))
            }
        case .auditRows:
            note(tenant: item.value.text("AADTenantId"))
            try hand(row { item.value.member(named: $0) })
        case .auditTables:
            try AuditTable.forEachRow(in: item.value) { column in
                note(tenant: column("AADTenantId")?.string)
                try hand(row(column))
            }
        }
    }

    private func row(_ column: (String) -> JSONValue?) -> String {
        let (json, cut) = AuditRow.json(innerScratch, column)
        for member in cut { lack("\(member) holds no JSON and is not known") }
        return json
    }

    private func note(tenant: String?) {
        guard let tenant, !tenant.isEmpty, tenant != lastTenant else { return }
        lastTenant = tenant
        tenants.append(tenant)
    }

    private func aside(_ reason: String) { asides[reason, default: 0] += 1 }
    private func lack(_ reason: String) { lacks[reason, default: 0] += 1 }
}

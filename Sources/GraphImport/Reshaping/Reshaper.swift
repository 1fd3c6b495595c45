import JSONText
import Model

/// Turns the items of exports into objects of Graph's shape.
final class Reshaper {
    /// An object, as Graph would have told it.
    struct Item {
        let value: JSONValue
        fileprivate let origin: JSONItem
        /// Whether what is missing was not fetched, and says nothing.
        let isSparse: Bool

        var line: Int { origin.line }

        /// An object that came in Graph's own shape.
        init(_ item: JSONItem) { self.init(value: item.value, origin: item, isSparse: false) }

        fileprivate init(value: JSONValue, origin: JSONItem, isSparse: Bool) {
            self.value = value
            self.origin = origin
            self.isSparse = isSparse
        }

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
        func hand(_ text: GraphText) throws {
            guard text.count <= Reshaper.largest else { return lack("larger than 16 MB, and not taken") }
            guard let value = text.bytes.withUnsafeBytes(scratch.value) else { return }
            try body(Item(value: value, origin: item, isSparse: true))
        }
        switch shape {
        case .graph: try body(Item(item))
        case .powerShell:
            var text = PowerShellText()
            text.write(item.value)
            for path in text.cut {
                lack("\(path) was cut off by -Depth and is not known: export it again with -Depth 10")
            }
            try hand(text.text)
        case .flat(let table) where table.isMembership:
            try body(Item(value: item.value, origin: item, isSparse: true))
        case .flat(let table): try hand(table.text(of: item.value))
        case .auditEnvelopes:
            try AuditEnvelope.forEach(in: item.value) { entry in
                guard let event = AuditEnvelope.event(entry) else {
                    return aside(
                        "of \(entry.text("category")?.prefix(60) ?? "no log"), which is not imported")
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

    /// What is written anew takes memory besides the item itself.
    private static let largest = 16 << 20

    /// Hands out the members that a row of memberships lists, each as a reference; of one PowerShell leaves only
    /// the id.
    func forEachMember(of row: Item, _ body: (Item) -> Void) {
        func hand(_ id: JSONValue) {
            guard let text = id.string, let value = scratch.value(of: "{\"id\":\"\(text.jsonEscaped)\"}")
            else { return lack("a member that is no id") }
            body(row.with(value))
        }
        guard let members = row.value.member("Members"), !members.isNull else { return }
        if members.kind == .array { members.forEachElement(hand) } else { hand(members) }
    }

    private func row(_ column: (String) -> JSONValue?) -> GraphText {
        let (text, cut) = AuditRow.text(innerScratch, column)
        for member in cut { lack("\(member) holds no JSON and is not known") }
        return text
    }

    private func note(tenant: String?) {
        guard let tenant, !tenant.isEmpty, tenant != lastTenant else { return }
        lastTenant = tenant
        tenants.append(tenant)
    }

    private func aside(_ reason: String) { Reshaper.count(reason, "of further logs", in: &asides) }
    private func lack(_ reason: String) {
        Reshaper.count(reason, "further members are not known", in: &lacks)
    }

    /// Reasons come from outside: beyond a number they are counted together.
    private static func count(_ reason: String, _ further: String, in counts: inout [String: Int]) {
        counts[counts.count < 100 || counts[reason] != nil ? reason : further, default: 0] += 1
    }
}

import JSONText
import Model
import Store

extension Entity {
    /// A list of the personnel department, kept apart from what the directory says.
    static let personnel = Entity(
        "personnel",
        doc:
            "people as a list of the personnel department tells them; the directory's own facts stand beside",
        paths: ["personnel"],
        fields: [
            .text("employeeId", doc: "number of the employee"),
            .text("mail", doc: "mail address or UPN"),
            .text("displayName", doc: "name"),
            .text("manager", doc: "the manager, by mail address, UPN or number of the employee"),
            .text("department", doc: "department"),
            .derived(
                .instant, "endsAt", reads: ["endDate"],
                doc: "end of the employment; of a day alone its end, empty while no end is set", end),
        ],
        teller: .otherTools)

    @Sendable private static func end(_ object: JSONValue) -> FieldReading {
        guard let value = object.member("endDate") else { return .absent }
        if value.isNull { return .null }
        guard let text = value.string else { return .unfit }
        if Instant.saysNoDate(text) { return .null }
        guard let moment = Instant(text) ?? germanDay(text).flatMap({ Instant($0) }) else { return .unfit }
        if moment.isNever { return .null }
        return .integer((moment == moment.startOfDay ? moment.endOfDay : moment).ticks)
    }

    /// `31.7.2026` as ISO 8601. Days with slashes are not read: which of the numbers is the month is open.
    private static func germanDay(_ text: String) -> String? {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 3, parts[2].count == 4, (1...2).contains(parts[1].count),
            (1...2).contains(parts[0].count), parts.allSatisfy({ $0.allSatisfy(\.isASCII) })
        else { return nil }
        func two(_ part: Substring) -> String { part.count == 2 ? String(part) : "0" + part }
        return "\(parts[2])-\(two(parts[1]))-\(two(parts[0]))"
    }
}

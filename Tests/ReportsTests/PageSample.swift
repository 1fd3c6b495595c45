import Foundation
import Model
import Reports

/// An invented `access` page, for the tests and for looking at: with `REPORTS_PAGE_FOLDER` set, the files
/// are left there for Tests/Python/check_page.py.
enum PageSample {
    static let families = [
        "Lee", "Okafor", "Núñez", "Brandt", "Haddad", "Kowalczyk", "Ibsen", "Tanaka", "Müller-Lüdenscheidt",
    ]
    static let givenNames = [
        "Ann", "Bola", "Inés", "Jonas", "Layla", "Marek", "Sigrid", "Yuki", "O’Neil", "Åsa", "Fatima",
    ]
    static let resources = [
        ("application", "App4Guest", "Default Access"), ("group", "Project Aurora – suppliers", "Member"),
        ("site", "Engineering handbook", "Engineering handbook Visitors"),
        ("directoryRole", "Reports Reader", "Reports Reader"), ("group", "Finance close team", "Owner"),
        ("application", "Travel and expenses (production)", "Expense.Approve"),
    ]
    static let grants = ["package", "package", "direct", "nestedGroup", "groupAssignment", "package"]
    static let ends = ["date", "never", "date", "open", "date", "unknown", "date"]

    static func header(isComplete: Bool) -> ReportHeader {
        let states: [ReportHeader.Completeness] = [
            .init(need: "user", state: .complete), .init(need: "assignment", state: .complete),
            .init(
                need: "groupMember", state: .partial, detail: "3 of 214 groups have a page that is missing"),
            .init(need: "directoryAudit", state: .missing),
        ]
        return ReportHeader(
            asOf: moment(0), generatedAt: moment(0.01),
            tenant: .init(id: "5f1e9c1a-3b7d-4c55-9d0e-6f2c1b0a7e44", name: "Contoso"),
            snapshots: [
                .init(number: 1, observedAt: moment(-37), importedAt: moment(-36.9)),
                .init(number: 2, observedAt: moment(-6), importedAt: moment(-5.8)),
            ],
            completeness: isComplete ? Array(states.prefix(2)) : states,
            parameters: [.init(name: "scope", value: "review"), .init(name: "all", value: "false")],
            scope: .init(everyGroup: false, everyStatus: false)
        )
    }

    /// A moment some days after 2026-08-07 09:13 UTC.
    static func moment(_ days: Double) -> Instant {
        Instant(ticks: 17_860_939_800_000_000 + Int64(days * 864_000_000_000))
    }

    static func id(_ number: Int) -> String {
        let digits = String(number * 2_654_435_761 % 0xFFFF_FFFF, radix: 16)
        let tail = String(repeating: "0", count: max(0, 12 - digits.count)) + digits
        return "7c9e6679-7425-40de-944b-" + tail
    }

    static func row(_ index: Int) -> [String: Cell] {
        let given = givenNames[index % givenNames.count]
        let family = families[index / 3 % families.count]
        let (type, resource, role) = resources[index % resources.count]
        let grant = grants[index * 5 / 3 % grants.count]
        let isGuest = index % 3 != 1
        let end = grant == "direct" ? "open" : ends[index % ends.count]
        let isPackage = grant == "package"
        let status = isPackage && index % 17 == 4 ? "overdue" : index % 23 == 7 ? "scheduled" : "active"
        let until: Cell = end == "date" ? .instant(moment(Double(index * 7 % 90) - 3)) : .null
        let domain = isGuest ? "fabrikam.example#EXT#@contoso.example" : "contoso.example"
        let account = (given + "." + family).lowercased()
        var row: [String: Cell] = [
            "personId": .text(id(index)), "personName": .text(given + " " + family),
            "personPrincipalName": .text(account + (isGuest ? "_" : "@") + domain),
            "personType": .text(index % 29 == 11 ? "servicePrincipal" : isGuest ? "guest" : "member"),
            "external": index % 13 == 5 ? .null : .boolean(isGuest), "personState": .text("enabled"),
            "resourceType": .text(type), "resourceId": .text(id(900 + index % 6)),
            "resourceName": .text(resource), "role": .text(role), "roleId": .text(id(700 + index % 6)),
            "grant": .text(grant), "until": until, "untilKind": .text(end), "accessUntil": until,
            "accessUntilKind": .text(end), "status": .text(status), "observedAt": .instant(moment(-6)),
            "lastSignInKind": .text(index % 4 == 0 ? "never" : "unknown"), "via": .path([]),
        ]
        switch grant {
        case "package":
            row["packageName"] = .text(index % 2 == 0 ? "Invited users package" : "Supplier onboarding")
            row["policyName"] = .text(index % 2 == 0 ? "Initial" : "Suppliers, approved by sponsor")
            row["inEffect"] = .text(index % 19 == 3 ? "no" : "yes")
            row["requestedAt"] = .instant(moment(Double(-index % 80) - 8))
            row["approval"] = .text(index % 2 == 0 ? "notRequired" : "approved")
            row["justification"] = .text("supplier portal, \"phase 2\"")
            row["why"] = .text(
                "Asked for on \(moment(Double(-index % 80) - 8).description.prefix(10)) by \(given) \(family) "
                    + "(“supplier portal”), no approval needed by policy “Initial”; "
                    + (end == "date" ? "ends 14 days after the start." : "the policy sets no end."))
        case "nestedGroup":
            row["via"] = .path([
                PathStep(id: id(801), name: "Aurora partners"), PathStep(id: id(802), name: "All externals"),
            ])
            row["pathCount"] = .integer(Int64(1 + index % 3))
            row["why"] = .text("A member of Aurora partners, which lies in All externals.")
        case "groupAssignment":
            row["via"] = .path([PathStep(id: id(803), name: index % 2 == 0 ? nil : "Expense approvers")])
            row["why"] = .text("A direct member of the group that holds the role.")
        default:
            row["why"] = .text("No package explains it: the directory shows it as given directly.")
        }
        if index == 31 { row["personName"] = .text("فاطمة الزهراء") }
        if index == 40 { row["why"] = .text(String(repeating: "A very long reason. ", count: 500)) }
        if index == 41 { row["personName"] = .text(Samples.hostile[0]) }
        return row
    }

    static func rows(_ table: Table, count: Int) -> [[Cell]] {
        (0..<count).map { index in
            let row = row(index)
            return table.columns.map { row[$0.name] ?? .null }
        }
    }

    static func write(
        into folder: String, rows count: Int = 120, isComplete: Bool = true, pageRows: Int = 5000
    ) throws {
        let report = try Catalogue().report("access")
        for name in FormatName.allCases {
            let format = name.writer(
                into: try OutputFolder(folder), templates: Templates(),
                options: FormatOptions(pageRows: pageRows))
            try format.begin(report, header(isComplete: isComplete))
            try format.table(report.tables[0], rows: rows(report.tables[0], count: count))
            _ = try format.end()
        }
        try report.jsonSchema().write(
            toFile: folder + "/access.schema.json", atomically: false, encoding: .utf8)
    }
}

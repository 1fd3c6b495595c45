import Model
import Resolution
import Store

/// The rows of `access` as a temporary table, for reports that are queries: the view `access` has the columns of
/// the contract, and `position` for their order.
///
/// The facts of a person stand once, in `accessPerson`; a grant refers to them. With a suffix, the same of
/// another moment stands beside it.
struct AccessTable {
    /// What the earlier moment of two is called: `accessBefore`.
    static let before = "Before"

    /// The tables and views that are made.
    static func names(suffix: String = "") -> Set<String> {
        ["access\(suffix)", "accessPerson\(suffix)", "accessGrant\(suffix)"]
    }

    private static let personNames: Set<String> = [
        "personId", "personName", "personPrincipalName", "personEmail", "personType", "external",
        "personState",
        "personCreatedAt", "company", "department", "managerName", "sponsorNames", "lastSignInAt",
        "lastSignInKind",
    ]

    private static let person = AccessCells.columns.filter { personNames.contains($0.name) }
    private static let grant = AccessCells.columns.filter { !personNames.contains($0.name) }
    /// Columns that hold moments: kept as ticks, shown as text.
    private static let moments: Set<String> = [
        "personCreatedAt", "requestedAt", "approvedAt", "startsAt", "until", "accessUntil", "lastReviewedAt",
        "lastSignInAt", "observedAt",
    ]

    /// Resolves the rows into the table.
    static func make(_ state: ReportState, _ selection: AccessSelection, suffix: String = "") throws {
        let connection = state.connection
        try connection.execute(definition(suffix))
        let insertPerson = try connection.prepare(insert("accessPerson\(suffix)", person.count + 1))
        let insertGrant = try connection.prepare(insert("accessGrant\(suffix)", grant.count + 2))
        var position: Int64 = 0
        var personNumber: Int64 = 0
        var last: [Cell]?
        try AccessRows(state).forEach(selection) { row in
            position += 1
            let facts = person.map { $0.cell(row) }
            if facts != last {
                personNumber += 1
                last = facts
                try write(insertPerson, [personNumber], facts)
            }
            try write(insertGrant, [position, personNumber], grant.map { $0.cell(row) })
        }
    }

    private static func write(_ insert: Statement, _ keys: [Int64], _ cells: [Cell]) throws {
        for (index, key) in keys.enumerated() { insert.bind(Int32(index) + 1, key) }
        for (index, cell) in cells.enumerated() {
            let place = Int32(keys.count + index) + 1
            switch cell {
            case .null: insert.bind(place, nil as Int64?)
            case .text(let text): insert.bind(place, text)
            case .boolean(let boolean): insert.bind(place, boolean ? 1 : 0)
            case .integer(let integer): insert.bind(place, integer)
            case .instant(let instant): insert.bind(place, instant.ticks)
            case .path(let steps): insert.bind(place, PathText.json(steps))
            }
        }
        try insert.run()
    }

    private static func insert(_ table: String, _ count: Int) -> String {
        "INSERT INTO temp.\(table) VALUES (" + Array(repeating: "?", count: count).joined(separator: ", ")
            + ")"
    }

    private static func definition(_ suffix: String) -> String {
        func names(_ columns: [AccessColumn]) -> String {
            columns.map { "\"\($0.name)\"" }.joined(separator: ", ")
        }
        let shown = AccessCells.columns.map { column in
            let place = "\(personNames.contains(column.name) ? "p" : "g").\"\(column.name)\""
            return (moments.contains(column.name) ? InstantSQL.text(place) : place) + " AS \"\(column.name)\""
        }
        return """
            CREATE TEMP TABLE accessPerson\(suffix) (number INTEGER PRIMARY KEY, \(names(person)));
            CREATE TEMP TABLE accessGrant\(suffix) (position INTEGER PRIMARY KEY, person INTEGER NOT NULL, \(names(grant)));
            CREATE TEMP VIEW access\(suffix) AS SELECT g.position AS position, \(shown.joined(separator: ", "))
            FROM temp.accessGrant\(suffix) g JOIN temp.accessPerson\(suffix) p ON p.number = g.person
            """
    }
}

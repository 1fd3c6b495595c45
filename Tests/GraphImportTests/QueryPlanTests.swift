import Model
import Store
import TestKit
import Testing

@testable import Resolution

/// From a batch of persons to what is known of them by indexes, whatever SQLite believes of the sizes of tables:
/// with a plan that scans one of them, a large tenant would take hours.
@Suite struct QueryPlanTests {
    private let bench: ImportBench

    init() throws {
        bench = try ImportBench()
        try bench.take(["users.json": page(users(1...3))], at: "2026-06-01")
    }

    /// What SQLite is told of the sizes before it plans.
    enum Statistics: CaseIterable {
        case none, analyzed, misleading

        func tell(_ connection: Connection) throws {
            guard self != .none else { return }
            try connection.execute("ANALYZE")
            guard self == .misleading else { return }
            // As though every index were useless, and every table one row.
            try connection.execute(
                """
                DELETE FROM sqlite_stat1;
                INSERT INTO sqlite_stat1 (tbl, idx, stat)
                SELECT tbl_name, name, '1000000 1000000 1000000 1000000' FROM sqlite_schema WHERE type = 'index';
                INSERT INTO sqlite_stat1 (tbl, idx, stat)
                SELECT name, NULL, '1' FROM sqlite_schema WHERE type = 'table'
                    AND name NOT IN (SELECT tbl FROM sqlite_stat1);
                ANALYZE sqlite_schema
                """)
        }
    }

    /// The lines of the plan that read a table.
    private func plan(
        _ statistics: Statistics, _ sql: (Readings) -> String
    ) throws -> [String] {
        let store = try TenureDatabase.openForWriting(bench.database)
        defer { try? store.close() }
        return try store.reading { connection in
            try statistics.tell(connection)
            let moment = try #require(Instant("2026-06-02"))
            let state = try ReportState(connection, at: moment, path: bench.database)
            let list = try connection.prepare("EXPLAIN QUERY PLAN " + sql(state.readings))
            var lines: [String] = []
            while try list.step() {
                let line = list.text(3) ?? ""
                if line.hasPrefix("SEARCH") || line.hasPrefix("SCAN") { lines.append(line) }
            }
            return lines
        }
    }

    private func expect(
        _ statistics: Statistics, _ sql: (Readings) -> String, searches: String...,
        sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        let plan = try plan(statistics, sql)
        // One row, the domains of the tenant, a list within a value, a list that was made just before.
        let small = [
            "SCAN temp.asOf", "SCAN temp.verifiedDomain", "SCAN j VIRTUAL TABLE", "SCAN n", "SCAN m",
        ]
        let scans = plan.filter { line in
            line.hasPrefix("SCAN") && !small.contains(where: line.hasPrefix) || line.contains("AUTOMATIC")
        }
        #expect(scans.isEmpty, sourceLocation: sourceLocation)
        for search in searches {
            #expect(
                plan.contains { $0.hasPrefix("SEARCH " + search) }, "\(search) is not in \(plan)",
                sourceLocation: sourceLocation)
        }
    }

    private static let persons = "temp.person USING INTEGER PRIMARY KEY (rowid>? AND rowid<?)"

    @Test(arguments: Statistics.allCases)
    func accountsAreFoundByTheirKeys(statistics: Statistics) throws {
        try expect(
            statistics, { _ in AccountSQL.query }, searches: Self.persons, "t USING PRIMARY KEY (key=?)",
            "t USING INDEX assignmentAtPerson (person=?)", "a USING PRIMARY KEY (key=? AND since=?)")
    }

    @Test(arguments: Statistics.allCases)
    func assignmentsAreFoundByTheirPersons(statistics: Statistics) throws {
        try expect(
            statistics, AssignmentLoader.sql, searches: Self.persons,
            "t USING INDEX assignmentAtPerson (person=?)", "a USING PRIMARY KEY (key=? AND since=?)")
    }

    @Test(arguments: Statistics.allCases)
    func requestsAreFoundByTheirAssignments(statistics: Statistics) throws {
        try expect(
            statistics, { _ in RequestLoader.sql }, searches: Self.persons,
            "t USING COVERING INDEX assignmentAtPerson (person=?)",
            "r USING COVERING INDEX assignmentRequestAssignment (assignment=?)",
            "q USING PRIMARY KEY (key=?)")
    }

    @Test(arguments: Statistics.allCases)
    func approvalsAreFoundByWhatTheyAreAbout(statistics: Statistics) throws {
        try expect(statistics, { _ in StageLoader.sql }, searches: "s USING PRIMARY KEY (parent=?)")
        try expect(
            statistics, { _ in AuditLoader.sql },
            searches: "m USING PRIMARY KEY (named=?)", "e USING PRIMARY KEY (key=?)")
    }

    @Test(arguments: Statistics.allCases)
    func reviewsAreFoundByTheirPersons(statistics: Statistics) throws {
        try expect(
            statistics, { _ in ReviewLoader.sql }, searches: Self.persons,
            "r USING COVERING INDEX reviewDecisionPrincipal (principal=?)",
            "r USING INDEX reviewDecisionTarget (target=?)", "d USING PRIMARY KEY (key=?)")
    }

    @Test(arguments: Statistics.allCases)
    func rolesAreFoundByTheirHolders(statistics: Statistics) throws {
        try expect(
            statistics, { EdgeLoader.sql($0).appRoles }, searches: Self.persons,
            "a USING INDEX appRoleAssignmentPrincipal (principal=?)")
        for (place, table) in HeldRoles.roleTables.enumerated() {
            try expect(
                statistics, { EdgeLoader.sql($0).directoryRoles[place] }, searches: Self.persons,
                "a USING INDEX \(table.name)Principal (principal=?)")
        }
        for (place, table) in GroupSchedules.tables.enumerated() {
            try expect(
                statistics, { EdgeLoader.sql($0).groupSchedules[place] }, searches: Self.persons,
                "a USING INDEX \(table)Principal (principal=?)")
        }
    }
}

import Testing

@testable import Reports

/// Which reports need the rows of access worked out before they run.
@Suite struct ReportQueriesTests {
    private func report(_ sql: String?, once: String? = nil, each: String? = nil) -> Report {
        Report(
            name: "own", title: "Own", doc: "A report.",
            tables: [Table(name: "rows", title: "Rows", doc: "Rows.", columns: [], sql: sql)],
            each: each.map { Each(parameter: "one", sql: $0) },
            once: once.map { [Once(name: "made", sql: $0, index: [])] } ?? [])
    }

    @Test(arguments: [
        "SELECT * FROM access", "select * from ACCESS", "SELECT * FROM temp.\"access\" a",
        "SELECT 1 FROM[access]", "SELECT 1 FROM temp.access",
        "SELECT position FROM outsideAccess", "SELECT * FROM accessPerson", "SELECT * FROM accessgrant",
        "SELECT * FROM accessBefore",
    ])
    func theQueryNamesAccess(_ sql: String) {
        #expect(report(sql).namesAccess)
        #expect(report("SELECT * FROM made", once: sql).namesAccess)
        #expect(report("SELECT 1", each: sql).namesAccess)
    }

    @Test(arguments: [
        "SELECT * FROM users", "SELECT * FROM accessPackages", "SELECT accessUntil FROM made",
        "SELECT 1 AS access_, my_access, éaccess FROM made",
    ])
    func theQueryRestsOnOtherThings(_ sql: String) {
        #expect(!report(sql).namesAccess)
        #expect(!report(sql).readsAccess)
    }

    @Test func theTableOfAccessItselfIsNoQuery() {
        #expect(!report(nil).namesAccess)
        #expect(report(nil).readsAccess)
    }
}

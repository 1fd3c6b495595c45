import Testing

/// ACCESS.md 3, inEffect: whether the directory shows what a package grants.
@Suite struct InEffectTests {
    @Test func yesWhereTheEdgeIsObserved() throws {
        try expectRows(
            """
            at 2026-06-15
            group Sales, dynamic
            package Portal, Member of Staff, Owner of Staff, Reader of app CRM, Member of Sales
            assignment A1 of Portal to ann
            member ann in Staff
            owner ann of Staff
            app role Reader of CRM to ann as x1
            member ann in Sales
            show inEffect
            ---
            ann  Reader of app CRM  package A1  in effect yes
            ann  Member of Sales    dynamicRule
            ann  Member of Sales    package A1  in effect yes
            ann  Member of Staff    package A1  in effect yes
            ann  Owner of Staff     package A1  in effect yes
            """)
    }

    @Test(arguments: [
        ("state expired", "ended"), ("state deliveryFailed", "failed"), ("start 2026-07-01", "scheduled"),
        ("end 2026-06-01", "overdue"), ("state delivering", "delivering"),
    ])
    func yesWhateverTheStatus(clauses: String, status: String) throws {
        let accessCase = try AccessCase(
            """
            at 2026-06-15
            package Portal, Member of Staff
            assignment A1 of Portal to ann, \(clauses)
            member ann in Staff
            show status inEffect
            ---
            ann Member of Staff package A1 \(status) in effect yes
            """)
        #expect(try accessCase.rows().filter { $0.contains("package") } == accessCase.expected)
    }

    @Test func yesEvenWhereTheEdgesWereNotImportedCompletely() throws {
        try expectRows(
            """
            at 2026-06-15
            edges Member of Staff, unknown
            package Portal, Member of Staff
            assignment A1 of Portal to ann
            member ann in Staff
            show inEffect
            ---
            ann  Member of Staff  package A1  in effect yes
            """)
    }

    @Test func noWhereCompleteEdgesDoNotHoldIt() throws {
        try expectRows(
            """
            at 2026-06-15
            package Portal, Member of Staff, Owner of Staff, Reader of app CRM
            assignment A1 of Portal to ann
            assignment A2 of Portal to ann, state expired
            member bob in Staff
            show inEffect
            ---
            ann  Reader of app CRM  package A1  in effect no
            ann  Reader of app CRM  package A2  in effect no
            ann  Member of Staff    package A1  in effect no
            ann  Member of Staff    package A2  in effect no
            ann  Owner of Staff     package A1  in effect no
            ann  Owner of Staff     package A2  in effect no
            bob  Member of Staff    direct
            """)
    }

    @Test func unknownWhereTheyWereNotCompleteOrCannotBeObserved() throws {
        try expectRows(
            """
            at 2026-06-15
            edges Owner of Staff, unknown
            edges Reader of app CRM, unknown
            package Portal, Member of Staff, Owner of Staff, Reader of app CRM, Visitor of site Intranet
            assignment A1 of Portal to ann
            show inEffect
            ---
            ann  Reader of app CRM         package A1  in effect unknown
            ann  Visitor of site Intranet  package A1  in effect unknown
            ann  Member of Staff           package A1  in effect no
            ann  Owner of Staff            package A1  in effect unknown
            """)
    }
}

import Foundation
import Reports
import Testing

@Suite struct CatalogueTests {
    /// ACCESS.md 5, in its order.
    static let accessColumns = """
        personId, personName, personPrincipalName, personEmail, personType, external, personState, \
        personCreatedAt, company, department, managerName, sponsorNames, resourceType, resourceId, \
        resourceName, role, roleId, roleScope, grant, via, pathCount, packageId, packageName, catalogName, \
        policyId, policyName, assignmentId, assignmentState, requestId, requestType, requestedBy, \
        requestedAt, justification, approval, approvedBy, approvedAt, startsAt, until, untilKind, \
        untilSource, status, inEffect, accessUntil, accessUntilKind, lastReviewDecision, lastReviewedAt, \
        lastReviewedBy, lastReviewReason, lastReviewApplied, lastSignInAt, lastSignInKind, observedAt, why
        """.split(separator: ", ").map(String.init)

    @Test func accessHasTheColumnsOfItsContractInOrder() throws {
        let access = try Catalogue().report("access")
        #expect(access.tables.map(\.name) == ["access"])
        #expect(access.tables[0].columns.map(\.name) == CatalogueTests.accessColumns)
    }

    @Test func pageWordsAreThoseOfTheContract() throws {
        let columns = try Catalogue().report("access").tables[0].columns
        func said(_ column: String, _ word: String) -> String? {
            columns.first { $0.name == column }?.words.first { $0.word == word }?.text
        }
        #expect(said("untilKind", "open") == "no end set")
        #expect(said("untilKind", "never") == "does not end")
        #expect(said("accessUntilKind", "unknown") == "not known")
        #expect(said("status", "overdue") == "should have ended, still there")
        #expect(said("status", "delivering") == "being set up")
        #expect(said("status", "eligible") == "can be activated")
        #expect(said("inEffect", "no") == "granted, but not found in the directory")
        #expect(said("grant", "direct") == "given directly, outside packages")
        #expect(said("grant", "nestedGroup") == "through nested groups")
        #expect(said("grant", "groupAssignment") == "through a group")
        #expect(said("approval", "notRequired") == "no approval needed")
        #expect(
            said("approval", "bypassed")
                == "assigned by an administrator without the approval that the policy asks for")
    }

    @Test func aFileDroppedIntoTheFolderIsAReportAndStandsBeforeOurs() throws {
        let folder = try TemporaryFolder()
        let yaml = Self.small(columns: "[{name: a, title: A, type: text, doc: a}]")
        try folder.write("own.yaml", yaml)
        try folder.write("access.yaml", yaml)
        let catalogue = Catalogue(reportsFolder: folder.path)
        #expect(try catalogue.names() == (Catalogue().names() + ["own"]).sorted())
        #expect(try catalogue.report("own").title == "T")
        #expect(try catalogue.report("access").title == "T")
    }

    @Test func anUnknownReportIsToldWithTheKnownOnes() throws {
        let known = try Catalogue().names()
        #expect(known.contains("access"))
        for name in ["axess", "../access"] {
            #expect(throws: ReportsError.noSuchReport(name: name, known: known)) {
                try Catalogue().report(name)
            }
        }
    }

    @Test(arguments: [
        ("title: T\ndoc: D\nsurprise: 1\n", "own.yaml:3: surprise: unknown key"),
        ("title: T\ndoc: D\n", "own.yaml:1: the key \"tables\" is missing"),
        ("title: T\ntitle: T\n", "title: the key is there twice"),
        ("title: [\n", "own.yaml:2: no YAML"),
        ("", "own.yaml:1: the file is empty"),
        (
            small(columns: "[{name: a, title: A, type: test, doc: a}]"),
            "own.yaml:7: tables[0].columns[0].type: \"test\" is none of: text, id"
        ),
        (
            small(columns: "[{name: a b, title: A, type: text, doc: a}]"),
            "own.yaml:7: tables[0].columns[0].name: letters and digits only"
        ),
        (
            small(columns: "[{name: a, title: A, type: text, doc: a, words: {b: c}}]"),
            "own.yaml:7: tables[0].columns[0]: \"words\" belong to the type word"
        ),
        (
            small(columns: "[{name: a, title: A, type: text, doc: a, below: [b]}]"),
            "own.yaml:7: tables[0].columns[0]: it names the column \"b\""
        ),
        (
            small(columns: "[{name: a, title: A, type: word, doc: a, words: groups}]"),
            "own.yaml:7: tables[0].columns[0].words: words with texts, or: collections, shortfalls"
        ),
        (small(columns: "[]"), "own.yaml:7: tables[0].columns: a table has at least one column"),
        (
            small(columns: "[{name: a, title: A, type: text, doc: }]"),
            "own.yaml:7: tables[0].columns[0].doc: it is empty"
        ),
    ])
    func whatIsWrongInAReportIsToldWithFileLineAndKey(yaml: String, message: String) {
        let error = #expect(throws: ReportsError.self) {
            try Report(name: "own", yaml: yaml, file: "own.yaml")
        }
        #expect(error?.description.contains(message) == true, "\(error?.description ?? "no error")")
    }

    @Test func columnsThatAreTakenOverCanBeHidden() throws {
        func columns(_ hidden: String) throws -> [Column] {
            let yaml = CatalogueTests.small(columns: "[{from: access, hidden: [\(hidden)]}]")
            return try Report(name: "own", yaml: yaml, file: "own.yaml") { (name) throws(ReportsError) in
                try Catalogue().report(name)
            }.tables[0].columns
        }
        let all = try Catalogue().report("access").tables[0].columns
        let shown = all.filter(\.page.shown).map(\.name)
        #expect(try columns("packageName").map(\.name) == all.map(\.name))
        #expect(
            try columns("packageName").filter(\.page.shown).map(\.name)
                == shown.filter { $0 != "packageName" })
        let error = #expect(throws: ReportsError.self) { try columns("colour") }
        #expect(error?.description.contains("access has no column \"colour\"") == true)
    }

    static func small(columns: String) -> String {
        """
        title: T
        doc: D
        tables:
          - name: own
            title: T
            doc: D
            columns: \(columns)

        """
    }
}

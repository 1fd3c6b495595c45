import Foundation
import GraphImport
import Model
import Store
import TestKit
import Testing

/// A tenant's exports and its database, in a folder that goes with the test.
final class ImportBench {
    let folder: TemporaryFolder
    private var count = 0

    init() throws {
        folder = try TemporaryFolder()
    }

    var database: String { folder.path("tenure.sqlite") }

    /// Writes the files into a folder of their own and imports it.
    @discardableResult
    func take(
        _ files: [String: String], at observed: String? = nil,
        _ completeness: ImportOptions.Completeness = .asTold
    ) throws -> ImportSummary {
        try take(data: files.mapValues { Data($0.utf8) }, at: observed, completeness)
    }

    @discardableResult
    func take(
        data files: [String: Data], at observed: String? = nil,
        _ completeness: ImportOptions.Completeness = .asTold
    ) throws -> ImportSummary {
        count += 1
        for (name, data) in files { try folder.write("export-\(count)/\(name)", data) }
        return try take(
            paths: [folder.path("export-\(count)")], at: observed ?? "2026-06-0\(count)", completeness)
    }

    @discardableResult
    func take(
        paths: [String], at observed: String?, _ completeness: ImportOptions.Completeness = .asTold
    ) throws -> ImportSummary {
        let moment = try observed.map { try #require(Instant($0)) }
        let options = try ImportOptions(
            paths: paths, observedAt: moment, completeness: completeness,
            now: #require(Instant("2026-09-01T00:00:00Z")), tool: "test")
        let store = try TenureDatabase.openForWriting(database)
        do {
            let summary = try Importer(options).run(into: store)
            try store.close()
            return summary
        } catch {
            try store.abandon()
            throw error
        }
    }

    func reading<Result>(_ body: (Connection) throws -> Result) throws -> Result {
        let store = try TenureDatabase.openForReading(database)
        return try store.reading(body)
    }

    func rows(_ sql: String) throws -> [String] {
        try reading { try $0.rows(sql) }
    }

    /// What a table holds of the last snapshot: the id, and the columns that are named.
    func open(_ table: String, _ columns: String...) throws -> [String] {
        try rows(
            """
            SELECT \((["i.id"] + columns).joined(separator: ", ")) FROM \(table) t JOIN ident i ON i.key = t.key
            WHERE t.until IS NULL ORDER BY i.id, t.since
            """)
    }

    /// Child rows of the last snapshot: parent and id.
    func openChildren(_ table: String) throws -> [String] {
        try rows(
            """
            SELECT p.id, i.id FROM \(table) t JOIN ident i ON i.key = t.key JOIN ident p ON p.key = t.parent
            WHERE t.until IS NULL ORDER BY p.id, i.id
            """)
    }

    /// How a collection was read, reading by reading: parent, first and last snapshot, whether complete.
    func readings(_ entity: String) throws -> [String] {
        try rows(
            """
            SELECT p.id, r.first, r.last, r.complete FROM reading r LEFT JOIN ident p ON p.key = r.parent
            WHERE r.entity = '\(entity)' ORDER BY p.id, r.first
            """)
    }
}

extension ImportSummary {
    /// What is said of files and objects, without the folder they are in.
    func reasons(_ kind: Remark.Kind) -> [String] {
        remarks.filter { $0.kind == kind }
            .map { "\($0.place.split(separator: "/").last ?? ""): \($0.reason)" }
    }
}

/// A page of a collection.
func page(_ items: [String], next: Bool = false, count: Int? = nil) -> String {
    var members = ["\"value\":[\(items.joined(separator: ","))]"]
    if next { members.append("\"@odata.nextLink\":\"https://graph.microsoft.com/v1.0/more\"") }
    if let count { members.append("\"@odata.count\":\(count)") }
    return "{\(members.joined(separator: ","))}"
}

func list(_ items: [String]) -> String {
    "[\(items.joined(separator: ","))]"
}

/// A user of contoso.example.
func user(_ id: String, _ name: String = "Ann Lee", _ more: String = "") -> String {
    "{\"id\":\"\(id)\",\"displayName\":\"\(name)\",\"userPrincipalName\":\"\(id)@contoso.example\"\(more)}"
}

func object(_ id: String, _ members: String = "") -> String {
    "{\"id\":\"\(id)\"\(members.isEmpty ? "" : "," + members)}"
}

func users(_ range: ClosedRange<Int>) -> [String] {
    range.map { user("u\($0)") }
}

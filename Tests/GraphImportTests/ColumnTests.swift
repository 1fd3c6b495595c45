import Store
import TestKit
import Testing

@testable import GraphImport

/// A mapping and its table are the same fact in two places: they may not differ.
@Suite struct ColumnTests {
    private static let entities = Entity.all.filter { !Entity.aspects.contains($0.name) }.map(\.name)

    /// Columns of a table with their types, but those that every version has.
    private func columns(of table: String) throws -> [String: String] {
        let bench = try ImportBench()
        try bench.take(["users.json": page([user("u1")])])
        let rows = try bench.rows(
            "SELECT name || ' ' || type FROM pragma_table_info('\(table)') ORDER BY cid")
        let pairs = rows.map { $0.split(separator: " ").map(String.init) }
        return Dictionary(uniqueKeysWithValues: pairs.map { ($0[0], $0[1]) })
            .filter { !["key", "parent", "since", "until"].contains($0.key) }
    }

    @Test(arguments: entities)
    func aMappingFillsExactlyTheColumnsOfItsTable(name: String) throws {
        let entity = try #require(Entity.byName[name])
        var fields: [String: String] = [:]
        for field in entity.fields {
            let type =
                switch field.kind {
                case .text, .json: "TEXT"
                case .boolean, .integer, .instant, .id: "INTEGER"
                }
            #expect(
                fields.updateValue(type, forKey: field.column) == nil,
                "\(name).\(field.column) is mapped twice")
        }
        #expect(try columns(of: name) == fields)
    }

    @Test func signInsHaveATableOfTheirOwn() throws {
        let beside = try #require(Entity.user.beside)
        #expect(try columns(of: "signIn").keys.sorted() == beside.shape.columns.sorted())
    }

    @Test(arguments: entities)
    func parentsAndNamesAreColumns(name: String) throws {
        let entity = try #require(Entity.byName[name])
        let columns = Set(entity.fields.map(\.column))
        if let parent = entity.parent {
            #expect(Entity.byName[parent.entity] != nil)
            for column in [parent.column, parent.outerColumn].compactMap({ $0 }) {
                #expect(columns.contains(column))
            }
        }
        for field in entity.fields {
            if let id = field.nameOf { #expect(columns.contains(id)) }
            #expect(!field.doc.isEmpty)
        }
        for inline in entity.inlines { #expect(Entity.byName[inline.entity] != nil) }
    }
}

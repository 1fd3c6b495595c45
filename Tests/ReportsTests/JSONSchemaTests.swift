import Foundation
import Reports
import Testing

@Suite struct JSONSchemaTests {
    @Test func theSchemaOfAccessRequiresEveryColumnAndNoOther() throws {
        let text = try Catalogue().report("access").jsonSchema()
        let schema = try #require(JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
        #expect(schema["$schema"] as? String == "https://json-schema.org/draft/2020-12/schema")
        let row = try #require(
            value(schema, ["properties", "tables", "prefixItems"]).flatMap { ($0 as? [Any])?.first }
                .flatMap { value($0, ["properties", "rows", "items"]) })
        #expect(value(row, ["required"]) as? [String] == CatalogueTests.accessColumns)
        #expect(value(row, ["additionalProperties"]) as? Bool == false)
        #expect(value(row, ["properties", "external", "type"]) as? [String] == ["boolean", "null"])
        #expect(
            (value(row, ["properties", "via", "anyOf"]) as? [[String: String]])?.first?["$ref"]
                == "#/$defs/path")
    }

    private func value(_ root: Any, _ keys: [String]) -> Any? {
        keys.reduce(root as Any?) { ($0 as? [String: Any])?[$1] }
    }
}

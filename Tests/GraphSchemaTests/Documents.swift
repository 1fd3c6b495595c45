import GraphSchema
import TestKit

@testable import GraphImport

/// A CSDL document with these elements in the namespace of Graph.
func document(_ elements: String, beside: String = "") -> String {
    """
    <?xml version="1.0" encoding="utf-8"?>
    <edmx:Edmx Version="4.0" xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx"><edmx:DataServices>
    <Schema Namespace="microsoft.graph" Alias="graph" xmlns="http://docs.oasis-open.org/odata/ns/edm">
    \(elements)
    </Schema>\(beside)
    </edmx:DataServices></edmx:Edmx>
    """
}

/// What `thing` is read of, held against a document: misfits with the line within the elements, then unknown members.
func findings(_ fields: [Field], in elements: String, paths: [String] = []) throws -> [String] {
    let check = try check(fields, in: elements, paths: paths)
    return check.misfits.map { "\($0.line - 3): \($0)" }
        + check.unknownMembers.map { "\($0.line - 3): \($0)" }
}

func check(_ fields: [Field], in elements: String, paths: [String] = []) throws -> SchemaCheck {
    let entity = Entity(
        "thing", doc: "a thing", paths: paths, types: paths.isEmpty ? ["thing"] : [], fields: fields)
    return SchemaCheck(try metadata(document(elements)), of: [MappedEntity(entity)])
}

func metadata(_ text: String) throws -> Metadata {
    let folder = try TemporaryFolder()
    try folder.write("m.csdl", text)
    return try Metadata.read(folder.path("m.csdl"))
}

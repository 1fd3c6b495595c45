extension Report {
    /// The JSON Schema (2020-12) of the report's JSON, derived from its columns.
    ///
    /// Words are told, not enforced: a source may bring one that nobody knew.
    public func jsonSchema() -> String {
        let schema = JSONNode.object([
            ("$schema", .text("https://json-schema.org/draft/2020-12/schema")),
            ("title", .text(title)), ("description", .text(doc)),
            ("type", .text("object")),
            (
                "properties",
                .object([
                    ("report", reportSchema),
                    (
                        "tables",
                        .object([
                            ("type", .text("array")),
                            ("prefixItems", .array(tables.map(\.schema))),
                            ("items", .boolean(false)),
                            ("minItems", .integer(tables.count)),
                        ])
                    ),
                ])
            ),
            ("required", .array([.text("report"), .text("tables")])),
            ("additionalProperties", .boolean(false)),
            ("$defs", Report.definitions),
        ])
        return schema.pretty + "\n"
    }

    private var reportSchema: JSONNode {
        .closedObject([
            ("name", .object([("const", .text(name))])),
            ("title", .typed("string")), ("doc", .typed("string")),
            ("asOf", .reference("instant")), ("generatedAt", .reference("instant")),
            (
                "tenant",
                .nullable(.closedObject([("id", .typed("string")), ("name", .typed("string", "null"))]))
            ),
            ("snapshots", .list(.reference("snapshot"))),
            ("completeness", .list(.reference("completeness"))),
            (
                "parameters",
                .object([("type", .text("object")), ("additionalProperties", .typed("string"))])
            ),
        ])
    }

    private static let definitions = JSONNode.object([
        (
            "instant",
            .object([
                ("type", .text("string")),
                ("pattern", .text("^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z$")),
            ])
        ),
        (
            "path",
            .list(.closedObject([("id", .typed("string")), ("name", .typed("string", "null"))]))
        ),
        (
            "snapshot",
            .closedObject([
                ("number", .typed("integer")), ("observedAt", .reference("instant")),
                ("importedAt", .reference("instant")),
            ])
        ),
        (
            "completeness",
            .closedObject([
                ("need", .typed("string")),
                (
                    "state",
                    .object([
                        (
                            "enum",
                            .array(ReportHeader.Completeness.State.allCases.map { .text($0.rawValue) })
                        )
                    ])
                ),
                ("detail", .typed("string")),
            ])
        ),
        (
            "column",
            .closedObject([
                ("name", .typed("string")), ("title", .typed("string")), ("type", .typed("string")),
                ("doc", .typed("string")),
            ])
        ),
    ])
}

extension Table {
    fileprivate var schema: JSONNode {
        .closedObject([
            ("name", .object([("const", .text(name))])),
            ("title", .typed("string")),
            ("columns", .list(.reference("column"))),
            ("rows", .list(.closedObject(columns.map { ($0.name, $0.schema) }))),
            ("rowCount", .object([("type", .text("integer")), ("minimum", .integer(0))])),
        ])
    }
}

extension Column {
    /// Every fact may be absent.
    fileprivate var schema: JSONNode {
        var members: [(String, JSONNode)] = [("title", .text(title)), ("description", .text(doc))]
        switch type {
        case .text, .id, .link: members.append(types("string"))
        case .boolean: members.append(types("boolean"))
        case .integer: members.append(types("integer"))
        case .instant:
            members.append(("anyOf", .array([.reference("instant"), .typed("null")])))
        case .path: members.append(("anyOf", .array([.reference("path"), .typed("null")])))
        case .word:
            members.append(types("string"))
            members.append(("examples", .array(words.map { .text($0.word) })))
        }
        return .object(members)
    }

    private func types(_ name: String) -> (String, JSONNode) {
        ("type", .array([.text(name), .text("null")]))
    }
}

extension JSONNode {
    fileprivate static func typed(_ names: String...) -> JSONNode {
        .object([("type", names.count == 1 ? .text(names[0]) : .array(names.map(JSONNode.text)))])
    }

    fileprivate static func reference(_ name: String) -> JSONNode {
        .object([("$ref", .text("#/$defs/" + name))])
    }

    fileprivate static func list(_ items: JSONNode) -> JSONNode {
        .object([("type", .text("array")), ("items", items)])
    }

    fileprivate static func nullable(_ schema: JSONNode) -> JSONNode {
        .object([("anyOf", .array([schema, typed("null")]))])
    }

    /// All members must be there, and no others.
    fileprivate static func closedObject(_ members: [(String, JSONNode)]) -> JSONNode {
        .object([
            ("type", .text("object")), ("properties", .object(members)),
            ("required", .array(members.map { .text($0.0) })),
            ("additionalProperties", .boolean(false)),
        ])
    }
}

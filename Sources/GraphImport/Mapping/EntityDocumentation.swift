import Store

/// What is read of an export, as Markdown, from the declarations that read it.
public enum EntityDocumentation {
    public static var markdown: String {
        let head = """
            # What is read of an export
            Made by `tenure entities`. Each collection is told by its request path, by `@odata.context`, by \
            `@odata.type` or by its members; both the v1.0 and the beta names count. `*` stands for an id.
            """
        return ([head] + Entity.all.map(section)).joined(separator: "\n\n") + "\n"
    }

    /// What an import may read, by name: what a report's `needs` can name.
    public static var names: [String] { Entity.all.map(\.name) }

    /// What a column of a table means; nil where no field fills it.
    public static func meaning(of column: String, in table: String) -> String? {
        if column == "key" { return "its id" }
        let fields =
            Entity.byName[table]?.fields
            ?? Entity.all.compactMap(\.beside).first { $0.shape.name == table }?.fields
        return fields?.first { $0.column == column }.map(meaning)
    }

    private static func meaning(of field: Field) -> String {
        field.doc + (field.words.isEmpty ? "" : ": " + field.words.joined(separator: ", "))
    }

    private static func section(_ entity: Entity) -> String {
        var lines = ["## \(entity.name)", "\(entity.doc). \(place(entity))"]
        if !entity.fields.isEmpty {
            lines += ["", "| column | from | meaning |", "| --- | --- | --- |"]
            lines += entity.fields.map { field in
                "| \(field.column) | \(sources(field)) | \(meaning(of: field).replacing("|", with: "\\|")) |"
            }
        }
        return lines.joined(separator: "\n")
    }

    private static func place(_ entity: Entity) -> String {
        let paths = entity.paths.map { "`\($0)`" }.joined(separator: ", ")
        let kind = entity.kind == .event ? " Events: never closed." : ""
        return "Found at \(paths).\(kind)"
    }

    private static func sources(_ field: Field) -> String {
        field.sources.map { "`\($0.joined(separator: "."))`" }.joined(separator: ", else ")
            + (field.teller.clause.map { " (\($0))" } ?? "")
    }
}

extension MappedField.Teller {
    /// What the manual says of it; nil of what Graph tells as it should.
    fileprivate var clause: String? {
        switch self {
        case .graph: nil
        case .beta: "beta only"
        case .otherTools: "other tools only"
        case .unlisted: "in no metadata of Graph"
        }
    }
}

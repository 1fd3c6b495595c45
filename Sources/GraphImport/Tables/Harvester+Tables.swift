import JSONText
import Store

/// Where the rows of tables go.
extension Harvester {
    /// What a page of `TableTranslator` holds.
    func classifyTable(
        _ document: JSONDocument, _ path: RequestPath, _ file: InputFile
    ) -> Classifier.Verdict {
        var unknown: [String] = []
        document.envelope.member("@tenure.unknown")?.forEachElement { unknown.append($0.string ?? "") }
        let list =
            unknown.prefix(20).map { "\"\($0.prefix(60))\"" }.joined(separator: ", ")
            + (unknown.count > 20 ? " and \(unknown.count - 20) more" : "")
        guard let name = document.envelope.member("@tenure.table")?.string,
            let kind = TableKind.all.first(where: { $0.name == name }),
            let entity = Entity.byName[kind.entity]
        else { return .leftAside("its headers tell no table that is known: \(list)") }
        if !unknown.isEmpty {
            remarks.add(.unknown, file.path, "columns that are not read: \(list)")
        }
        if let parent = document.envelope.member("@tenure.parent")?.string {
            return Classifier.verdict(entity, [parent])
        }
        let match = PathIndex.shared.match(path)
        return Classifier.verdict(entity, match?.entity.name == entity.name ? match?.parents ?? [] : [])
    }
}

extension TableTranslator {
    /// A table, read as the pages of objects that it stands for.
    static func file(_ file: InputFile) -> JSONFile {
        let entity = PathIndex.shared.match(RequestPath(file: file.components))?.entity.name
        return JSONFile(path: file.path) { TableTranslator(entity: entity) }
    }
}

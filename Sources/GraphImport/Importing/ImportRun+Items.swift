import JSONText
import Model
import Store

/// Items of documents: recorded, left aside or refused, and counted in any case.
extension ImportRun {
    func take(
        _ item: JSONItem, _ entity: Entity, _ shape: TableShape, _ parents: [Int64], _ key: CollectionKey,
        _ file: InputFile
    ) throws {
        try checkTenant(item.value, entity)
        guard !eventsOnly || entity.kind == .event else {
            refusedState += 1
            counts[entity.name, default: ImportedCounts(entity: entity.name)].skipped += 1
            return
        }
        if Entity.aspects.contains(entity.name) {
            try takeAspect(item, entity, parents.last, file)
            return
        }
        if item.value.member("@removed") != nil {
            remark(.leftAside, file.path, line: item.line, "an object that a delta says is removed")
            counts[entity.name, default: ImportedCounts(entity: entity.name)].skipped += 1
            return
        }
        if let type = item.value.odataType, !entity.types.isEmpty, !entity.types.contains(type),
            let other = Entity.all.first(where: { $0.types.contains(type) })
        {
            remark(.leftAside, file.path, line: item.line, "\(other.name) in a list of \(entity.name)")
            counts[entity.name, default: ImportedCounts(entity: entity.name)].skipped += 1
            return
        }
        watches[entity.name, default: KeyWatch(entity)].watch(item.value)
        let outcome = try recorder.record(
            item.value, as: entity, shape: shape, parents: parents, collection: book.number(key))
        switch outcome {
        case .recorded(let missing):
            say(missing, entity, item, file)
            counts[entity.name, default: ImportedCounts(entity: entity.name)].items += 1
            try takeInlines(of: item, entity, file)
        case .nameless:
            refuse(item, entity, key, file)
        }
    }

    /// An object that is kept, but is in no row, is said.
    func say(_ missing: String?, _ entity: Entity, _ item: JSONItem, _ file: InputFile) {
        guard let missing, let field = entity.fields.first(where: { $0.column == missing }) else { return }
        let keys = field.sources.map { $0.joined(separator: ".") }.joined(separator: " or ")
        remark(.incomplete, file.path, line: item.line, "\(entity.name) without \(keys): it is in no row")
        countIncomplete(entity.name)
    }

    func refuse(_ item: JSONItem, _ entity: Entity, _ key: CollectionKey, _ file: InputFile) {
        remark(.refused, file.path, line: item.line, "\(entity.name) without an id")
        counts[entity.name, default: ImportedCounts(entity: entity.name)].skipped += 1
        book.note(key, folder: file.folder, place: file.path) { $0.refused += 1 }
    }

    private func checkTenant(_ item: JSONValue, _ entity: Entity) throws {
        guard entity.name == "organization", let id = item.text("id") else { return }
        if let known = try writer.tenantId(), known != Identifier.normalized(id) {
            throw StoreError.otherTenant(known: known, found: Identifier.normalized(id))
        }
    }
}

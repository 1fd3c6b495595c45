import JSONText
import Store

extension ImportRun {
    /// Lists within an object are collections of their own.
    func takeInlines(of item: JSONItem, _ entity: Entity, _ file: InputFile) throws {
        for inline in entity.inlines {
            guard let name = inline.keys.first(where: { item.value.member(named: $0) != nil }),
                let list = item.value.member(named: name), !list.isNull,
                let child = Entity.byName[inline.entity], let shape = shapes[child.name],
                let id = item.value.text("id")
            else { continue }
            guard list.kind == .array else {
                remark(.leftAside, file.path, line: item.line, "\(entity.name).\(name) is no list")
                continue
            }
            let parent = try writer.idents.key(id)
            let key = CollectionKey(entity: child.name, parent: parent)
            try list.forEachElement { element in
                let outcome = try recorder.record(
                    element, as: child, shape: shape, parents: [parent], collection: book.number(key))
                guard case .recorded(let missing) = outcome else { return refuse(item, child, key, file) }
                say(missing, child, item, file)
                counts[child.name, default: ImportedCounts(entity: child.name)].items += 1
            }
            let isCut = item.value.isCut(name)
            book.note(key, folder: file.folder, place: file.path) { part in
                if isCut { part.isCut = true }
                if inline.isWhole { part.lists += 1 } else { part.singles += 1 }
            }
        }
    }
}

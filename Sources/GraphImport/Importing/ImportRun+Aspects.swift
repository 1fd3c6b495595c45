import JSONText
import Store

extension ImportRun {
    /// What is said of rows that another entity has: a user's manager, sponsors, app roles.
    func takeAspect(_ item: JSONItem, _ entity: Entity, _ parent: Int64?, _ file: InputFile) throws {
        let value = item.value
        let target = entity.name == "heldAppRole" ? Entity.appRoleAssignment : Entity.user
        guard let shape = shapes[target.name], let parent else { return }
        guard value.text("id") != nil else {
            remark(.refused, file.path, line: item.line, "\(entity.name) without an id")
            counts[entity.name, default: ImportedCounts(entity: entity.name)].skipped += 1
            return
        }
        guard try target.name != "user" || writer.knows(shape, key: parent) else {
            remark(.leftAside, file.path, line: item.line, "\(entity.name) of a user that is not known")
            counts[entity.name, default: ImportedCounts(entity: entity.name)].skipped += 1
            return
        }
        counts[entity.name, default: ImportedCounts(entity: entity.name)].items += 1
        let collection = book.number(CollectionKey(entity: target.name, parent: -1))
        switch entity.name {
        case "heldAppRole":
            _ = try recorder.record(value, as: target, shape: shape, parents: [], collection: collection)
        case "userManager":
            try recorder.recordManager(value, of: parent, shape: shape, collection: collection)
        default:
            if let reference = ReferenceList.json(ofReference: value) {
                sponsors[parent, default: []].append(reference)
            }
        }
    }

    /// Records the sponsors that were read by user, now that all pages are known.
    func recordSponsors() throws {
        guard let shape = shapes["user"], !eventsOnly else { return }
        let collection = book.number(CollectionKey(entity: "user", parent: -1))
        for (user, references) in sponsors.sorted(by: { $0.key < $1.key })
        where try writer.knows(shape, key: user) {
            let list = "[" + references.joined(separator: ",") + "]"
            try recorder.recordAspect(
                of: user, ["sponsors": .text(list)], shape: shape, collection: collection)
        }
    }
}

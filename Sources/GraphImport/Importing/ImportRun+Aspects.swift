import Store

extension ImportRun {
    /// What pages of the other entity tell is no longer all that is known of it, even where an aspect has no rows.
    func openAspect(_ plan: EntityPlan) {
        pages.draft?.isPlain = false
        pages.contest(plan.entity.name == "heldAppRole" ? "appRoleAssignment" : "user")
    }

    /// What is said of rows that another entity has: a user's manager, sponsors, app roles.
    func takeAspect(_ document: OpenDocument, _ file: InputFile, _ cursor: inout RowCursor) throws {
        let entity = document.plan.entity
        let line = cursor.count()
        switch entity.name {
        case "heldAppRole":
            guard let plan = EntityPlan.heldAppRoles else { return }
            let collection = book.number(CollectionKey(plan, parent: -1))
            let row = try recorder.record(plan, parents: [], collection: collection, &cursor)
            if row.isNew { origins.add(plan, parent: nil, row.key) }
            // It has no lists.
            _ = cursor.count()
            count(document.plan) { $0.items += 1 }
        case "userManager":
            guard let manager = cursor.optionalId() else { return }
            let name = cursor.optionalText().map { String(decoding: $0, as: UTF8.self) }
            guard let user = try knownUser(of: document, file, line: line) else { return }
            var values: [String: StoredValue] = ["manager": .integer(try writer.idents.key(manager))]
            values["managerName"] = name.map(StoredValue.text)
            let collection = book.number(CollectionKey(Entity.user, parent: -1))
            if try recorder.recordUser(user, values, collection), let plan = EntityPlan.users {
                origins.add(plan, parent: nil, user)
            }
        default:
            let reference = cursor.optionalText().map { String(decoding: $0, as: UTF8.self) } ?? ""
            guard let user = try knownUser(of: document, file, line: line) else { return }
            sponsors[user, default: Sponsors(file: file)].references.append(reference)
        }
    }

    /// Sponsors that were read by user, page after page.
    struct Sponsors {
        /// The first file.
        let file: InputFile
        var references: [String] = []
    }

    /// The user that an aspect is of; one that is not known is said.
    private func knownUser(of document: OpenDocument, _ file: InputFile, line: Int) throws -> Int64? {
        let entity = document.plan.entity
        guard let user = document.parents.last else { return nil }
        guard try writer.knows(Entity.user.shape, key: user) else {
            remark(.leftAside, file.path, line: line, "\(entity.name) of a user that is not known")
            count(document.plan) { $0.skipped += 1 }
            return nil
        }
        count(document.plan) { $0.items += 1 }
        return user
    }

    /// Records the sponsors that were read by user, now that all pages are known.
    func recordSponsors() throws {
        guard !eventsOnly else { return }
        let collection = book.number(CollectionKey(Entity.user, parent: -1))
        for (user, sponsors) in sponsors.sorted(by: { $0.key < $1.key })
        where try writer.knows(Entity.user.shape, key: user) {
            let list = "[" + sponsors.references.joined(separator: ",") + "]"
            guard try recorder.recordUser(user, ["sponsors": .text(list)], collection) else { continue }
            try writer.came(from: sponsors.file.path, entity: Entity.user.name, parent: 0, keys: [user])
        }
    }
}

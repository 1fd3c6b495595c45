import Store

/// What delta pages and captures say is no longer there.
extension ImportRun {
    /// An object in the place of a row: it is counted, and closed at the end.
    func takeRemoval(_ document: OpenDocument, _ cursor: inout RowCursor) throws {
        try takeRemoval(document.plan, parent: nil, &cursor)
    }

    func takeRemoval(_ plan: EntityPlan, parent: Int64?, _ cursor: inout RowCursor) throws {
        guard let removal = Removal(rawValue: cursor.count()), let id = cursor.optionalId() else {
            preconditionFailure("a removal is a reason and an id")
        }
        removals.remove(plan, parent: parent, key: try writer.idents.key(id), removal)
    }

    /// Closes what is removed. Users of whom it is said stand in the recycle bin, or no longer there.
    ///
    /// - Returns: how many objects were closed.
    func closeRemoved() throws -> Int {
        guard !eventsOnly else { return 0 }
        var closed = 0
        for (object, removal) in removals.removed {
            let plan = EntityPlan.all[object.number]
            if try writer.close(plan.shape, parent: object.parent, key: object.key) { closed += 1 }
            if plan.entity.name == "user" { try recycle(object.key, removal) }
        }
        return closed
    }

    /// The recycle bin holds a user who can come back, with what is known of them; a delta tells nothing more.
    private func recycle(_ user: Int64, _ removal: Removal) throws {
        let shape = Entity.deletedUser.shape
        pages.contest("deletedUser")
        switch removal {
        case .toRecycleBin:
            let collection = book.number(CollectionKey(Entity.deletedUser, parent: -1))
            let values = shape.columns.map { $0 == "said" ? StoredValue.text("") : nil }
            guard try !writer.knows(shape, key: user) else { return }
            try writer.record(shape, parent: nil, key: user, values: values, collection: collection)
        case .forGood: _ = try writer.close(shape, parent: nil, key: user)
        }
    }
}

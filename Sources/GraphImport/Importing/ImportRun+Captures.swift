import Store

/// What captures say of themselves.
extension ImportRun {
    /// Marks the collections that a capture could not read whole: each counts as read, and as partial.
    func note(_ capture: Capture) throws {
        captureFolders.append(capture.folder.joined(separator: "/"))
        for round in capture.rounds {
            let components = capture.folder + round.path.split(separator: "/").map(String.init)
            guard let match = PathIndex.shared.match(RequestPath(file: components)) else { continue }
            rounds[match.entity.name] = round
        }
        for gap in capture.unreadable { remark(.leftAside, capture.place + ": " + gap.path, gap.reason) }
        for path in capture.gone { try takeGone(path, of: capture) }
        for gap in capture.gaps {
            let place = gap.path.isEmpty ? capture.place : capture.place + ": " + gap.path
            remark(.incomplete, place, gap.reason)
            let components = capture.folder + gap.path.split(separator: "/").map(String.init)
            guard let match = PathIndex.shared.match(RequestPath(file: components)) else { continue }
            countIncomplete(match.entity.name)
            for key in try keys(match, components) { book.noteGap(key) }
        }
    }

    /// What was listed, and gone before it was read, is closed as it would be a moment later.
    private func takeGone(_ path: String, of capture: Capture) throws {
        let components = capture.folder + path.split(separator: "/").map(String.init)
        guard let match = PathIndex.shared.match(RequestPath(file: components)), match.isSingle,
            match.entity.canBeRemoved, let plan = EntityPlan.byName[match.entity.name]
        else { return }
        removals.remove(plan, parent: nil, key: try writer.idents.key(components.last ?? ""), .forGood)
        remark(
            .leftAside, capture.place + ": " + path,
            "listed, and deleted before it was read: it counts as no longer there")
    }

    /// Whether all that was read of a collection is of captures.
    func isCaptured(_ collection: CollectionBook.Collection) -> Bool {
        collection.parts.allSatisfy { part in
            let folder = part.folder.text
            return captureFolders.contains { folder == $0 || folder.hasPrefix($0 + "/") }
        }
    }

    /// The collections that a request path stands for: its own, or those within the one object that it names.
    private func keys(_ match: PathIndex.Match, _ components: [String]) throws -> [CollectionKey] {
        guard match.isSingle else {
            guard !Entity.aspects.contains(match.entity.name) else { return [] }
            return [
                CollectionKey(match.entity, parent: try match.parents.last.map(writer.idents.key))
            ]
        }
        let object = try writer.idents.key(components.last ?? "")
        return match.entity.inlines.filter(\.isWhole).compactMap { inline in
            EntityPlan.byName[inline.entity].map { CollectionKey($0, parent: object) }
        }
    }
}

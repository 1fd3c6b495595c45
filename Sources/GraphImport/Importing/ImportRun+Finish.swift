import Model
import Store

extension ImportRun {
    /// Judges the collections, closes what complete ones no longer hold, and writes the record.
    ///
    /// - Returns: how many objects were closed.
    func finish(_ completeness: ImportOptions.Completeness) throws -> Int {
        try recordSponsors()
        try writer.flush()
        try pages.forgetUnmet()
        var closed = try closeRemoved()
        // What one collection does not hold, a page of another may still tell.
        for entity in book.mixedEntities { pages.contest(entity) }
        for collection in book.collections {
            let plan = collection.key.plan
            guard !plan.isAspect else { continue }
            // State that was refused says nothing of what is there.
            guard !eventsOnly || plan.shape.kind == .event else { continue }
            closed += try finish(plan, collection, completeness)
        }
        closed += try finishRounds()
        for (parent, child) in Entity.closedAlong
        where try writer.closeChildren(of: parent.shape, in: child.shape) > 0 {
            pages.contest(child.name)
        }
        try keepLinks()
        try forgetContested()
        for (name, counts) in fields.sorted(by: { $0.key < $1.key }) {
            for field in counts.seen.sorted() { try writer.readField(entity: name, field: field) }
            for (field, count) in counts.unknown.sorted(by: { $0.key < $1.key }) {
                let place = "\(name).\(field)"
                remark(
                    .unknown, place, "\(count) objects have this field, which is not imported",
                    unimported: place)
            }
            if counts.others > 0 {
                remark(.unknown, name, "\(counts.others) times a further field, which is not imported")
            }
        }
        tellUnfit()
        for counts in countsByEntity() { try writer.count(counts) }
        for remark in remarks { try writer.remark(remark) }
        try writer.finish()
        return closed
    }

    private func finish(
        _ plan: EntityPlan, _ collection: CollectionBook.Collection,
        _ completeness: ImportOptions.Completeness
    ) throws -> Int {
        let key = collection.key
        let judgements = collection.parts.sorted { $0.folder.text < $1.folder.text }.map(\.judgement)
        let isLoose = key.parent == nil && plan.entity.parent.map { !$0.isOptional } ?? false
        let isRead = !isLoose && (collection.hasGap || judgements.contains { $0 != .noReading })
        let whole =
            completeness == .partial || collection.hasGap
            ? nil
            : judgements.first { $0 == .byLastPage }
                ?? judgements.first { $0 == .byList }
        if whole == nil, completeness != .partial, !collection.hasGap, judgements.contains(.round) {
            return try finishRound(plan.entity, collection, completeness)
        }
        guard isRead else {
            try writer.sight(
                plan.shape, entity: key.entity, parent: key.parent, collection: collection.number)
            return 0
        }
        if whole != nil, !pages.hasChanged(key),
            writer.readAgain(entity: key.entity, parent: key.parent)
        {
            // It is as it was, and was complete: nothing can be missing.
            noteComplete(key)
            return 0
        }
        if let whole {
            let closed = try writer.closeUnseen(
                plan.shape, parent: key.parent, collection: collection.number,
                mostly: whole == .byList && completeness != .complete && !isCaptured(collection))
            if let closed {
                try readCompletely(key)
                return closed
            }
            noteIncomplete(
                collection,
                "a list without pages would close more than a fifth of what is known; --complete takes it as whole"
            )
        } else {
            for case .partial(let reason) in judgements { noteIncomplete(collection, reason) }
            if completeness == .partial { noteIncomplete(collection, "--partial") }
        }
        try writer.read(entity: key.entity, parent: key.parent, complete: false)
        try writer.sight(plan.shape, entity: key.entity, parent: key.parent, collection: collection.number)
        return 0
    }

    /// Forgets pages that, met again, would not tell what is known.
    private func forgetContested() throws {
        for (plan, table) in recorder.usedTables where writer.isContested(table) {
            pages.contest(plan.entity.name)
        }
        for source in ToldSource.allCases where writer.isContested(source) { pages.contest(source) }
        if eventsOnly { for name in counts.keys { pages.contest(name) } }
        try pages.forgetContested()
    }

    func readCompletely(_ key: CollectionKey) throws {
        try writer.read(entity: key.entity, parent: key.parent, complete: true)
        noteComplete(key)
    }

    private func noteComplete(_ key: CollectionKey) {
        if key.parent == nil { completed.insert(key.entity) }
    }

    func noteIncomplete(_ collection: CollectionBook.Collection, _ reason: String) {
        let place = collection.parts.map(\.file.path).min() ?? ""
        remark(.incomplete, place, "\(collection.key.entity): \(reason)")
        countIncomplete(collection.key.entity)
    }

    private func tellUnfit() {
        for (name, columns) in unfit.sorted(by: { $0.key < $1.key }) {
            for field in Entity.byName[name]?.fields ?? [] {
                guard let count = columns[field.column] else { continue }
                remark(
                    .unknown, "\(name).\(field.column)",
                    "\(count) objects have a value here that is no \(field.kind.noun) and counts as empty")
            }
        }
    }

    /// A few of the reasons, for an error.
    static func reasons(_ remarks: [Remark]) -> String {
        remarks.prefix(3).map { "; \($0.place): \($0.reason)" }.joined()
    }
}

extension Field.Kind {
    /// What a value of this kind is called.
    fileprivate var noun: String {
        switch self {
        case .text, .json: "text"
        case .boolean: "boolean"
        case .integer: "whole number"
        case .instant: "moment"
        case .id: "id"
        }
    }
}

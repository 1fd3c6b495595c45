import Store

/// What a round of changes follows.
enum RoundBasis {
    /// Nothing: it tells of everything that there is.
    case nothing
    /// What is known of the collection, by the link with which it began.
    case link
    /// What is known of the collection, as the user says.
    case word
    /// What is not known here.
    case unknown(String)
    /// A link for later changes, beside the whole collection.
    case list
}

/// Rounds of changes (GRAPH.md 6): what they say is taken in any case; whether it makes a collection complete depends
/// on what they follow.
extension ImportRun {
    private func basis(_ entity: Entity, _ completeness: ImportOptions.Completeness) throws -> RoundBasis {
        if let round = rounds[entity.name] {
            guard let from = round.from else { return .list }
            return try writer.chainStart(entity.name, from) != nil
                ? .link
                : .unknown(
                    "the changes follow a state that is not known here: import the captures before it first, "
                        + "or pull with --full")
        }
        guard completeness == .complete else {
            return .unknown(
                "a delta tells only of changes, and not what they follow; --complete takes it to follow what is "
                    + "known, or as whole where nothing is")
        }
        let wasComplete = try writer.readingBook().isComplete(entity.name, parent: nil, before: true)
        return wasComplete ? .word : .nothing
    }

    /// - Returns: how many objects were closed.
    func finishRound(
        _ entity: Entity, _ collection: CollectionBook.Collection,
        _ completeness: ImportOptions.Completeness
    ) throws -> Int {
        let key = collection.key
        let basis = try basis(entity, completeness)
        followed[entity.name] = basis
        switch basis {
        case .nothing:
            try readCompletely(key)
            return try writer.closeUnseen(
                entity.shape, parent: key.parent, collection: collection.number, mostly: false) ?? 0
        case .word: try readCompletely(key)
        case .link:
            if let reason = try miscount(entity) {
                try readPartially(entity, collection, reason)
            } else {
                try readCompletely(key)
            }
        case .unknown(let reason): try readPartially(entity, collection, reason)
        case .list: break
        }
        return 0
    }

    private func readPartially(
        _ entity: Entity, _ collection: CollectionBook.Collection, _ reason: String
    ) throws {
        let key = collection.key
        noteIncomplete(collection, reason)
        try writer.read(entity: key.entity, parent: key.parent, complete: false)
        try writer.sight(entity.shape, entity: key.entity, parent: key.parent, collection: collection.number)
    }

    /// What a round says of the members of groups: of all of them, those of which it says nothing included.
    ///
    /// - Returns: how many objects were closed.
    func finishRounds() throws -> Int {
        var closed = 0
        for (name, basis) in followed {
            guard let entity = Entity.byName[name] else { continue }
            for inline in entity.inlines where inline.isDelta && isTracked(inline, of: name) {
                guard let child = Entity.byName[inline.entity] else { continue }
                closed += try finish(child, in: entity, basis)
            }
        }
        return closed
    }

    private func isTracked(_ inline: Entity.Inline, of name: String) -> Bool {
        if let round = rounds[name] {
            return inline.keys.contains {
                $0.hasSuffix("@delta") && round.relations.contains(String($0.dropLast(6)))
            }
        }
        return book.collections.contains {
            $0.key.entity == inline.entity && $0.parts.contains(where: \.isDelta)
        }
    }

    private func finish(_ child: Entity, in parent: Entity, _ basis: RoundBasis) throws -> Int {
        let readings = try writer.readingBook()
        var closed = 0
        try writer.forEachOpen(parent.shape) { parentKey, before in
            let key = CollectionKey(child, parent: parentKey)
            guard !wasRead(key) else { return }
            switch (basis, before) {
            case (.nothing, _):
                closed +=
                    try writer.closeUnseen(
                        child.shape, parent: parentKey, collection: book.number(key), mostly: false) ?? 0
                try readCompletely(key)
            case (.link, .there), (.link, .unknown), (.word, .unknown): try readCompletely(key)
            case (.word, .there):
                guard try readings.isComplete(child.name, parent: parentKey, before: true) else { return }
                try readCompletely(key)
            case (.link, .gone), (.word, .gone):
                // Whoever came back may have members of whom nothing is said.
                try writer.read(entity: child.name, parent: parentKey, complete: false)
                remark(
                    .incomplete, parent.name,
                    "\(child.name): a \(parent.name) came back, and who is in it was not read")
                countIncomplete(child.name)
            case (.unknown, _), (.list, _): return
            }
        }
        return closed
    }

    /// Whether this import read the collection by pages or lists of its own, or could not.
    private func wasRead(_ key: CollectionKey) -> Bool {
        guard let collection = book[key] else { return false }
        return collection.hasGap || collection.parts.contains { $0.judgement != .noReading }
    }

    /// A round that leads to another number of objects than Graph counts ends the chain of changes.
    ///
    /// - Returns: what is to be said when some are missing.
    private func miscount(_ entity: Entity) throws -> String? {
        guard let round = rounds[entity.name], let count = round.count else { return nil }
        let known = try writer.openCount(entity.shape)
        guard known != count else { return nil }
        rounds[entity.name]?.to = nil
        try writer.forgetLinks(entity.name)
        let words = "Graph counts \(count), the changes lead to \(known); the next pull reads all"
        if known < count { return words }
        remark(.unknown, round.path, words)
        return nil
    }

    /// Keeps the links to later changes of what is known completely now.
    func keepLinks() throws {
        guard !eventsOnly else { return }
        for (name, round) in rounds {
            guard let to = round.to, let entity = Entity.byName[name],
                completed.contains(name)
            else { continue }
            guard try areComplete(relationsOf: entity, round) else { continue }
            let start = try round.from.flatMap { try writer.chainStart(name, $0) }
            try writer.keepLink(name, to, chainStart: start)
        }
    }

    private func areComplete(relationsOf entity: Entity, _ round: Capture.Round) throws -> Bool {
        let readings = try writer.readingBook()
        var areComplete = true
        for inline in entity.inlines where inline.isDelta && isTracked(inline, of: entity.name) {
            try writer.forEachOpen(entity.shape) { key, _ in
                if try !readings.isComplete(inline.entity, parent: key, before: false) { areComplete = false }
            }
        }
        return areComplete
    }
}

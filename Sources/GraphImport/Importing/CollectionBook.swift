import Store

/// One collection of one entity: the rows of one parent, or of none.
struct CollectionKey: Hashable {
    let entity: String
    let parent: Int64?
}

/// What was read of the collections: pages by folder, lists, single objects.
struct CollectionBook {
    /// What one folder held of a collection.
    struct Part {
        var pages = 0
        var lastPages = 0
        var items = 0
        /// Objects that had no id: which of those that are known they were is open.
        var refused = 0
        /// The largest `@odata.count`.
        var count: Int?
        var isDelta = false
        var isSelection = false
        /// What the tool that wrote it left out.
        var leavesOut: String?
        /// An expanded list of which the source says that there is more.
        var isCut = false
        /// Lists without pages: bare arrays, JSON lines, inlined lists.
        var lists = 0
        /// Objects on their own.
        var singles = 0
        /// The first file, for messages.
        let place: String

        init(place: String) {
            self.place = place
        }

        enum Judgement: Equatable {
            /// Complete, by its last page.
            case byLastPage
            /// A list, complete for what it holds.
            case byList
            /// Changes, up to the link that the next ones follow.
            case round
            case partial(String)
            /// Single objects: no reading of the collection.
            case noReading
        }

        var judgement: Judgement {
            if isCut { return .partial("an expanded list goes on elsewhere") }
            if let leavesOut { return .partial("it leaves out \(leavesOut)") }
            if isSelection { return .partial("a selection that one user may see") }
            if refused > 0, pages + lists > 0 { return .partial("\(refused) of its objects were refused") }
            if isDelta {
                if refused > 0 { return .partial("\(refused) of its objects were refused") }
                guard pages > 0 else { return .noReading }
                return lastPages > 0 ? .round : .partial("its last page is missing: no deltaLink ends it")
            }
            if pages > 0 {
                if lastPages == 0 { return .partial("its last page is missing: a nextLink leads on") }
                if lastPages > 1 { return .partial("\(lastPages) of its pages claim to be the last") }
                if let count, count > items {
                    return .partial("@odata.count says \(count), its pages hold \(items)")
                }
                return .byLastPage
            }
            return lists > 0 ? .byList : .noReading
        }
    }

    struct Collection {
        /// A number for the writer.
        let number: Int64
        var parts: [String: Part] = [:]
        /// Whether a capture says that it could not read it whole.
        var hasGap = false
    }

    private(set) var collections: [CollectionKey: Collection] = [:]

    /// The entities that were told by collections of both kinds: of a parent, and of none.
    var mixedEntities: Set<String> {
        var kinds: [String: Set<Bool>] = [:]
        for (key, collection) in collections where !collection.parts.isEmpty {
            kinds[key.entity, default: []].insert(key.parent == nil)
        }
        return Set(kinds.filter { $0.value.count > 1 }.keys)
    }

    /// The number of a collection, given when it is first met.
    mutating func number(_ key: CollectionKey) -> Int64 {
        if let known = collections[key] { return known.number }
        let collection = Collection(number: Int64(collections.count + 1))
        collections[key] = collection
        return collection.number
    }

    /// A capture says that it could not read this one whole.
    mutating func noteGap(_ key: CollectionKey) {
        _ = number(key)
        collections[key]?.hasGap = true
    }

    mutating func note(_ key: CollectionKey, folder: String, place: String, _ change: (inout Part) -> Void) {
        _ = number(key)
        change(&collections[key, default: Collection(number: 0)].parts[folder, default: Part(place: place)])
    }
}

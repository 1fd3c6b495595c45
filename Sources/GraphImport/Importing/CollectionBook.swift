import Store

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
        let folder: PartFolder
        /// The first file, for messages.
        let file: InputFile

        init(_ folder: PartFolder, _ file: InputFile) {
            self.folder = folder
            self.file = file
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
        let key: CollectionKey
        /// A number for the writer, from 1.
        let number: Int64
        fileprivate var byFolder = CollectionParts()
        /// Whether a capture says that it could not read it whole.
        fileprivate(set) var hasGap = false

        var parts: [Part] { byFolder.all }
    }

    /// In the order in which they were met.
    private(set) var collections: ContiguousArray<Collection> = []
    private var numbers: [CollectionKey: Int] = [:]

    /// The entities that were told by collections of both kinds: of a parent, and of none.
    var mixedEntities: [String] {
        var (ofNone, ofParents) = (Set<Int>(), Set<Int>())
        for collection in collections where !collection.parts.isEmpty {
            if collection.key.parent == nil {
                ofNone.insert(collection.key.plan.number)
            } else {
                ofParents.insert(collection.key.plan.number)
            }
        }
        return ofNone.intersection(ofParents).map { EntityPlan.all[$0].entity.name }
    }

    /// A collection that was met.
    subscript(key: CollectionKey) -> Collection? { numbers[key].map { collections[$0 - 1] } }

    /// The number of a collection, given when it is first met.
    mutating func number(_ key: CollectionKey) -> Int64 { Int64(place(key) + 1) }

    private mutating func place(_ key: CollectionKey) -> Int {
        if let known = numbers[key] { return known - 1 }
        let number = collections.count + 1
        collections.append(Collection(key: key, number: Int64(number)))
        numbers[key] = number
        return number - 1
    }

    /// A capture says that it could not read this one whole.
    mutating func noteGap(_ key: CollectionKey) { collections[place(key)].hasGap = true }

    /// - Parameters:
    ///   - file: of which something is noted.
    ///   - folder: what of a collection belongs together; nil for the file's own.
    mutating func note(
        _ key: CollectionKey, _ file: InputFile, in folder: PartFolder? = nil, _ change: (inout Part) -> Void
    ) {
        let place = place(key)
        collections[place].byFolder.note(folder ?? PartFolder(file.place), file, change)
    }
}

import Store

/// What one document of a page told, by the numbers of what it named.
struct PageDocument {
    let plan: EntityPlan
    /// What the collection hangs on, from the outside in.
    let parents: [Int64]
    var end = Harvest.DocumentEnd.object
    var items = 0
    var keys: [Int64] = []
    /// What the objects' rows say, one for each key; 0 for one that is to be taken each time.
    var prints: [UInt64] = []
    var fields: [String] = []
    /// By which the page names its fields; nil before it is written down.
    var fieldsNumber: Int?
    /// Fields that no mapping knows, with the number of objects that have them.
    var unknown: [String: Int] = [:]
    var lists: [List] = []
    /// Of whom it told something besides, by source.
    var told: [ToldSource: [Int64]] = [:]

    /// A list within one of the objects.
    struct List {
        let plan: EntityPlan
        let parent: Int64
        let isWhole: Bool
        let isCut: Bool
        var keys: [Int64]
    }

    init(_ plan: EntityPlan, parents: [Int64]) {
        self.plan = plan
        self.parents = parents
    }

    /// A bit for each entity that it tells of.
    var entities: UInt64 {
        lists.reduce(1 << UInt64(plan.number)) { $0 | 1 << UInt64($1.plan.number) }
    }

    /// The collections that it tells of.
    var collections: [CollectionKey] {
        [CollectionKey(plan, parent: parents.last)]
            + lists.map { CollectionKey($0.plan, parent: $0.parent) }
    }
}

import Store

/// A document of which parts are being taken.
final class OpenDocument {
    let plan: EntityPlan
    /// What the collection hangs on, from the outside in, as context or folder tell it.
    let parents: [Int64]
    let key: CollectionKey
    /// Whether it tells changes only.
    let isDelta: Bool
    /// The number of the collection; nil before its first row.
    var collection: Int64?
    var items = 0
    /// What the tool that wrote it left out of the collection.
    var leavesOut: String?
    /// What the page told before.
    let earlier: EarlierPage
    /// How often this import had told something new of somebody when the page began: as long as that stays, its known
    /// rows tell of nobody of whom something else was told. Nil when they may.
    var newsBefore: Int?
    /// Known rows that told of nobody of whom something new was told before them.
    var unread: [(key: Int64, row: RowCursor)] = []
    /// Whether known rows tell of some of those of whom the page told before, without having been asked of whom.
    var recallsEarlier = false

    init(
        plan: EntityPlan, parents: [Int64], key: CollectionKey, isDelta: Bool = false,
        earlier: EarlierPage = EarlierPage()
    ) {
        self.isDelta = isDelta
        self.plan = plan
        self.parents = parents
        self.key = key
        self.earlier = earlier
    }
}

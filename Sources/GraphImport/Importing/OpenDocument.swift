/// A document of which parts are being taken.
final class OpenDocument {
    let plan: EntityPlan
    /// What the collection hangs on, from the outside in, as context or folder tell it.
    let parents: [Int64]
    let key: CollectionKey
    var items = 0
    /// The objects that the page told before, by what their rows said.
    let earlier: [UInt64: Int64]

    init(plan: EntityPlan, parents: [Int64], key: CollectionKey, earlier: [UInt64: Int64] = [:]) {
        self.earlier = earlier
        self.plan = plan
        self.parents = parents
        self.key = key
    }
}

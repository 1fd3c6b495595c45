/// One collection of one entity: the rows of one parent, or of none.
struct CollectionKey: Hashable {
    /// The place of the entity's plan among all.
    private let number: Int32
    /// No parent has this number.
    private static let none = Int64.min
    private let parentNumber: Int64

    init(_ plan: EntityPlan, parent: Int64?) {
        number = Int32(plan.number)
        parentNumber = parent ?? CollectionKey.none
    }

    init(_ entity: Entity, parent: Int64?) {
        guard let plan = EntityPlan.byName[entity.name] else {
            preconditionFailure("an entity without a plan")
        }
        self.init(plan, parent: parent)
    }

    var plan: EntityPlan { EntityPlan.all[Int(number)] }
    var entity: String { plan.entity.name }
    var parent: Int64? { parentNumber == CollectionKey.none ? nil : parentNumber }
}

import Store

/// An entity made ready for reading many objects of it: keys are places, looked up once.
final class EntityPlan: Sendable {
    let entity: Entity
    let shape: TableShape
    /// Whether its objects say something of rows that another entity has.
    let isAspect: Bool
    /// Where this plan stands among all.
    let number: Int
    let fields: [FieldPlan]
    /// The same, as far as it is needed for each value.
    let quickFields: ContiguousArray<QuickField>
    let isOrganization: Bool
    /// Whether objects of catalogs may be taken for it.
    let isOfRoles: Bool
    /// The names behind `@odata.type` that are this entity.
    let types: [[UInt8]]
    /// The places of the keys that are read.
    let places: [String: Int]
    let idPlace: Int
    let besidePlace: Int?
    let besideFields: [Field]
    /// The places of essential columns.
    let essential: [Int]
    /// The place of the column that names the parent, and of that for what the parent hangs on.
    let parentColumn: Int?
    let outerColumn: Int?

    /// A field in plain numbers: what is read of each object touches nothing that is counted.
    struct QuickField {
        /// Where its value stands; nil for a field that is put together.
        let place: Int?
        let kind: Field.Kind
        let isId: Bool
        let isEssential: Bool
    }

    private init(_ entity: Entity, number: Int) {
        self.entity = entity
        self.number = number
        shape = entity.shape
        isAspect = Entity.aspects.contains(entity.name)
        var places: [String: Int] = [:]
        func place(_ key: String) -> Int {
            if let known = places[key] { return known }
            defer { places[key] = places.count }
            return places.count
        }
        fields = entity.fields.map { field in
            FieldPlan(
                field: field,
                sources: field.sources.map { (place: place($0.first ?? ""), rest: Array($0.dropFirst())) })
        }
        idPlace = place("id")
        besidePlace = entity.beside.map { place($0.key) }
        besideFields = entity.beside?.fields ?? []
        self.places = places
        let essential = entity.essential.compactMap { name in entity.fields.firstIndex { $0.column == name } }
        self.essential = essential
        quickFields = ContiguousArray(
            fields.enumerated().map { index, field in
                QuickField(
                    place: field.place, kind: field.field.kind, isId: field.field.kind == .id,
                    isEssential: essential.contains(index))
            })
        types = entity.types.map { Array($0.utf8) }
        isOrganization = entity.name == Entity.organization.name
        isOfRoles = [Entity.roleAssignment.name, Entity.roleDefinition.name].contains(entity.name)
        parentColumn = entity.fields.firstIndex { $0.column == entity.parent?.column }
        outerColumn = entity.fields.firstIndex { $0.column == entity.parent?.outerColumn }
    }

    static let all: [EntityPlan] = Entity.all.enumerated().map { EntityPlan($1, number: $0) }
    static let byName = Dictionary(uniqueKeysWithValues: all.map { ($0.entity.name, $0) })

    /// The plan of rows that an aspect fills.
    static let heldAppRoles = byName["appRoleAssignment"]
    static let users = byName["user"]
    static let userSponsors = byName["userSponsors"]
}

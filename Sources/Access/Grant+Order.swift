import Model

extension Grant {
    /// The order of rows within a person: resourceName, resourceId, role, roleId, grant, assignmentId
    /// (ACCESS.md 5).
    static func precedes(_ left: Grant, _ right: Grant) -> Bool {
        var order = CodePointOrder.compare(left.resource?.name, right.resource?.name)
        if order == 0 { order = CodePointOrder.compare(left.resource?.id, right.resource?.id) }
        if order == 0 { order = CodePointOrder.compare(left.role?.name, right.role?.name) }
        if order == 0 { order = CodePointOrder.compare(left.role?.id, right.role?.id) }
        if order == 0 { order = CodePointOrder.compare(left.kind.rawValue, right.kind.rawValue) }
        if order == 0 { order = CodePointOrder.compare(left.assignmentId, right.assignmentId) }
        if order == 0 { order = CodePointOrder.compare(left.roleScope, right.roleScope) }
        return order < 0
    }

    /// Sorts what mostly decides with the places of the grants, which are large and costly to move.
    static func inOrder(_ grants: [Grant]) -> [Grant] {
        var places = grants.enumerated().map { place, grant in
            (name: grant.resource?.name ?? "", id: grant.resource?.id ?? "", place: place)
        }
        places.sort { left, right in
            let names = CodePointOrder.compare(left.name, right.name)
            if names != 0 { return names < 0 }
            let ids = CodePointOrder.compare(left.id, right.id)
            return ids != 0 ? ids < 0 : precedes(grants[left.place], grants[right.place])
        }
        return places.map { grants[$0.place] }
    }
}

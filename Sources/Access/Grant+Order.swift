import Model

extension Grant {
    /// The order of rows within a person: resourceName, resourceId, role, roleId, grant, assignmentId
    /// (ACCESS.md 5).
    static func precedes(_ left: Grant, _ right: Grant) -> Bool {
        var order = left.held === right.held ? 0 : RoleOrder.compare(left.order, right.order)
        if order == 0 { order = CodePointOrder.compare(left.kind.rawValue, right.kind.rawValue) }
        if order == 0 { order = CodePointOrder.compare(left.assignmentId, right.assignmentId) }
        if order == 0 { order = CodePointOrder.compare(left.roleScope, right.roleScope) }
        return order < 0
    }

    private var order: RoleOrder { held?.order ?? .nothing }

    /// Sorts places of the list by what is told of them, mostly by the beginning of their texts alone.
    static func sort(_ places: inout [Int], of grants: [Grant]) {
        var entries = places.map { place in
            let order = grants[place].order
            return (high: order.high, low: order.low, place: place)
        }
        entries.sort { left, right in
            if left.high != right.high { return left.high < right.high }
            if left.low != right.low { return left.low < right.low }
            return precedes(grants[left.place], grants[right.place])
        }
        for (index, entry) in entries.enumerated() { places[index] = entry.place }
    }
}

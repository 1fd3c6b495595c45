import Model

extension Grant {
    /// The order of rows within a person: resourceName, resourceId, role, roleId, grant, assignmentId
    /// (ACCESS.md 5).
    static func precedes(_ left: Grant, _ right: Grant) -> Bool {
        let keys: [(Grant) -> String?] = [
            { $0.resource?.name }, { $0.resource?.id }, { $0.role?.name }, { $0.role?.id },
            { $0.kind.rawValue }, { $0.assignmentId },
        ]
        for key in keys {
            let order = CodePointOrder.compare(key(left), key(right))
            if order != 0 { return order < 0 }
        }
        return CodePointOrder.precedes(left.roleScope, right.roleScope)
    }
}

import Model

/// What grants are joined by: a role on a resource, both by their ids, byte by byte.
struct RoleKey: Hashable {
    let type: ResourceType
    let resource: ExactText
    let role: ExactText

    init(_ resource: Resource, roleId: String) {
        type = resource.type
        self.resource = ExactText(resource.id)
        role = ExactText(roleId)
    }
}

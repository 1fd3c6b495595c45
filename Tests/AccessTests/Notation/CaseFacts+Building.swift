import Access
import Model

/// The facts of a case in the form in which module Access takes them.
extension CaseFacts {
    /// Smaller number, smaller id.
    var groupIds: [String] {
        groups.keys.sorted { CodePointOrder.precedes($0, $1) }
    }

    func tenant() -> Tenant {
        let ids = groupIds
        let list = ids.map { id in
            var group = Tenant.Group(
                resource: Resource(type: .group, id: id, name: groups[id]?.name),
                isDynamic: groups[id]?.isDynamic ?? false, in: book)
            group.appRoles = appRoles.filter { $0.holder == "group " + id }.map(\.1)
            group.directoryRoles = directoryRoles.filter { $0.holder == "group " + id }.map(\.1)
            group.eligibilities = schedules(of: "group " + id).filter { $0.kind == .eligible }
            return group
        }
        let numbers = groupNumbers
        let edges = nestings.compactMap { nesting in
            numbers[nesting.holder].flatMap { member in
                numbers[nesting.group].map { holder in
                    (member: member, parent: GroupGraph.Parent(group: holder, observedAt: nesting.observedAt))
                }
            }
        }
        return Tenant(
            moment: moment, groups: list, graph: GroupGraph(groupCount: ids.count, edges: edges))
    }

    func edges(of person: String) throws -> PersonEdges {
        let numbers = groupNumbers
        func groupEdges(_ list: [Membership]) -> [PersonEdges.GroupEdge] {
            list.filter { $0.holder == person }.compactMap { membership in
                numbers[membership.group].map {
                    PersonEdges.GroupEdge(group: $0, observedAt: membership.observedAt)
                }
            }
        }
        var edges = PersonEdges()
        edges.isKnown = person != "nobody"
        edges.memberships = groupEdges(members)
        edges.ownerships = groupEdges(owners)
        edges.appRoles = appRoles.filter { $0.holder == person }.map(\.1)
        edges.directoryRoles = directoryRoles.filter { $0.holder == person }.map(\.1)
        edges.groupSchedules = schedules(of: person)
        edges.assignments = try assignments.filter { $0.person == person }.map(assignment)
        return edges
    }

    private func schedules(of holder: String) -> [GroupSchedule] {
        let numbers = groupNumbers
        return groupSchedules.filter { $0.holder == holder }.compactMap { scheduled in
            numbers[scheduled.group].map(scheduled.schedule)
        }
    }

    private var groupNumbers: [String: GroupGraph.Index] {
        Dictionary(uniqueKeysWithValues: groupIds.enumerated().map { ($1, GroupGraph.Index($0)) })
    }

    private func assignment(_ assigned: Assigned) throws -> Assignment {
        let statement = assigned.statement
        let id = statement.words[1]
        return Assignment(
            id: id, package: assigned.package == "?" ? nil : package(assigned.package),
            policy: statement["policy"].map(policy), state: statement["state"] ?? "delivered",
            expiredAt: try statement.moment("expired"), scheduleStart: try statement.moment("start"),
            expiration: try statement.expiration(), observedAt: try observation(statement),
            request: requests[id]?.min(by: AddRequest.isEarlier))
    }

    private func package(_ id: String) -> Package {
        let roles = (packages[id] ?? []).map { role in
            let seenByDefault = [.group, .application].contains(role.resource.type)
            return PackagedRole(
                role,
                edges: edges[role.resource.id + " " + role.role.id]
                    ?? (seenByDefault ? .complete(observedAt: moment) : .unknown))
        }
        return Package(id: id, name: id, catalogName: nil, roles: roles)
    }

    private func policy(_ id: String) -> Policy {
        let versions = (policyVersions[id] ?? []).sorted { $0.observedAt < $1.observedAt }
        return Policy(id: id, name: id, expiration: policies[id] ?? .silent, versions: versions)
    }
}

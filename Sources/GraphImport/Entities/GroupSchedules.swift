import JSONText
import Store

/// PIM for Groups: memberships and ownerships with terms (GRAPH.md 3.28).
extension Entity {
    static let groupAssignmentSchedule = Entity(
        "groupAssignmentSchedule",
        doc: "memberships and ownerships of groups with beginning and end, as PIM for Groups tells them",
        parent: .init(entity: "directoryGroup", column: "directoryGroup"),
        paths: paths("assignmentScheduleInstances"),
        types: ["privilegedAccessGroupAssignmentScheduleInstance"],
        signatures: [["assignmentScheduleId", "groupId", "id"]],
        fields: groupScheduleFields + [
            .text("assignmentType", doc: "whether it was activated").knowing(["assigned", "activated"])
        ],
        essential: groupScheduleEssential, ignored: groupScheduleIgnored, tells: tellsOfGroupSchedules)

    static let groupEligibilitySchedule = Entity(
        "groupEligibilitySchedule",
        doc: "memberships and ownerships of groups that can be activated, with beginning and end",
        parent: .init(entity: "directoryGroup", column: "directoryGroup"),
        paths: paths("eligibilityScheduleInstances"),
        types: ["privilegedAccessGroupEligibilityScheduleInstance"],
        signatures: [["eligibilityScheduleId", "groupId", "id"]],
        fields: groupScheduleFields, essential: groupScheduleEssential,
        ignored: groupScheduleIgnored, tells: tellsOfGroupSchedules)

    /// Graph gives them group by group only, by a filter, which no folder tells: a pull puts the group's id there.
    private static func paths(_ name: String) -> [String] {
        ["privilegedAccess/group/\(name)", "privilegedAccess/group/*/\(name)"]
    }

    private static let groupScheduleEssential = ["directoryGroup", "principal", "relation"]

    private static let groupScheduleFields: [Field] = [
        .id("directoryGroup", "groupId", "group.id", doc: "the group"),
        .id("principal", "principalId", "principal.id", doc: "a user, group or service principal"),
        .text("relation", "accessId", doc: "as what").knowing(["member", "owner"]),
        .instant("startsAt", "startDateTime", doc: "beginning"),
        .instant("endsAt", "endDateTime", doc: "end; empty: none"),
        .text("memberType", doc: "whether it is derived from a group that has it").knowing([
            "direct", "group",
        ]),
    ]

    private static let groupScheduleIgnored = [
        "assignmentScheduleId", "eligibilityScheduleId", "activatedUsing", "group", "principal",
    ]

    @Sendable private static func tellsOfGroupSchedules(
        _ object: JSONValue, _ tell: (Telling) -> Void
    ) {
        if let telling = Telling(.roleAssignment, object.member("principal")) { tell(telling) }
    }
}

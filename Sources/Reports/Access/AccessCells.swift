import Access
import Model
public import Resolution

/// A column of `access`: where its cell comes from.
struct AccessColumn: Sendable {
    let name: String
    /// What tells the cell: rows that share it share the cell.
    let part: AccessPart
    let cell: @Sendable (AccessRow) -> Cell
}

/// The cells of a row of `access`, by the names of its columns (ACCESS.md 5).
public enum AccessCells {
    /// The names in the order of the contract.
    public static var names: [String] { columns.map(\.name) }

    public static func cells(of row: AccessRow) -> [Cell] {
        columns.map { $0.cell(row) }
    }

    static let columns =
        columns(.person, person) + columns(.role, role) + columns(.way, way) + columns(.package, package)
        + columns(.term, term) + columns(.review, review) + columns(.person, signIn)
        + columns(.observation, [("observedAt", { Cell($0.grant.observedAt) })])
        + columns(.why, [("why", { Cell($0.why) })])

    private typealias Named = (name: String, cell: @Sendable (AccessRow) -> Cell)

    private static func columns(_ part: AccessPart, _ list: [Named]) -> [AccessColumn] {
        list.map { AccessColumn(name: $0.name, part: part, cell: $0.cell) }
    }

    private static let person: [Named] = [
        ("personId", { Cell($0.person.id) }),
        ("personName", { Cell($0.person.name) }),
        ("personPrincipalName", { Cell($0.person.principalName) }),
        ("personEmail", { Cell($0.person.email) }),
        ("personType", { Cell($0.person.type.rawValue) }),
        ("external", { $0.person.external.map(Cell.boolean) ?? .null }),
        ("personState", { Cell($0.person.state?.rawValue) }),
        ("personCreatedAt", { Cell($0.person.createdAt) }),
        ("company", { Cell($0.person.company) }),
        ("department", { Cell($0.person.department) }),
        ("managerName", { Cell($0.person.managerName) }),
        ("sponsorNames", { Cell($0.person.sponsorNames) }),
    ]

    private static let role: [Named] = [
        ("resourceType", { Cell(($0.grant.resource?.type ?? .unknown).rawValue) }),
        ("resourceId", { Cell($0.grant.resource?.id) }),
        ("resourceName", { Cell($0.grant.resource?.name) }),
        ("role", { Cell($0.grant.role?.name) }),
        ("roleId", { Cell($0.grant.role?.id) }),
    ]

    private static let way: [Named] = [
        ("roleScope", { Cell($0.grant.roleScope) }),
        ("grant", { Cell($0.grant.kind.rawValue) }),
        ("via", { .path($0.via.map { PathStep(id: $0.id, name: $0.name) }) }),
        ("pathCount", { $0.grant.pathCount.map { .integer(Int64($0)) } ?? .null }),
    ]

    private static let package: [Named] = [
        ("packageId", { Cell($0.grant.assignment?.package?.id) }),
        ("packageName", { Cell($0.grant.assignment?.package?.name) }),
        ("catalogName", { Cell($0.grant.assignment?.package?.catalogName) }),
        ("policyId", { Cell($0.grant.assignment?.policy?.id) }),
        ("policyName", { Cell($0.grant.assignment?.policy?.name) }),
        ("assignmentId", { Cell($0.grant.assignmentId) }),
        ("assignmentState", { Cell($0.grant.assignment?.state) }),
        ("requestId", { Cell($0.grant.assignment?.request?.id) }),
        ("requestType", { Cell($0.grant.assignment?.request?.type) }),
        ("requestedBy", { Cell($0.requestedBy) }),
        ("requestedAt", { Cell($0.grant.assignment?.request?.createdAt) }),
        ("justification", { Cell($0.grant.assignment?.request?.justification) }),
        ("approval", { Cell($0.approval?.approval.rawValue) }),
        ("approvedBy", { Cell($0.approval?.by) }),
        ("approvedAt", { Cell($0.approval?.at) }),
    ]

    private static let term: [Named] = [
        ("startsAt", { Cell($0.grant.startsAt) }),
        ("until", { Cell($0.grant.until.until.moment) }),
        ("untilKind", { Cell($0.grant.until.until.kind.rawValue) }),
        ("untilSource", { Cell($0.grant.until.source.rawValue) }),
        ("status", { Cell($0.grant.status.rawValue) }),
        ("inEffect", { Cell($0.grant.inEffect?.rawValue) }),
        ("accessUntil", { Cell($0.grant.accessUntil?.moment) }),
        ("accessUntilKind", { Cell($0.grant.accessUntil?.kind.rawValue) }),
    ]

    private static let review: [Named] = [
        ("lastReviewDecision", { Cell($0.review?.decision) }),
        ("lastReviewedAt", { Cell($0.review?.reviewedAt) }),
        ("lastReviewedBy", { Cell($0.review?.reviewedBy) }),
        ("lastReviewReason", { Cell($0.review?.reason) }),
        ("lastReviewApplied", { Cell($0.review?.applyResult) }),
    ]

    private static let signIn: [Named] = [
        ("lastSignInAt", { Cell($0.person.lastSignInAt) }),
        ("lastSignInKind", { Cell($0.person.lastSignInKind.rawValue) }),
    ]
}

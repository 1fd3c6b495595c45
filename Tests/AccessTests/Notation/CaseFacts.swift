import Access
import Model

/// What the lines of a case tell, before groups are numbered.
struct CaseFacts {
    struct Membership {
        let holder: String
        let group: String
        let observedAt: Instant
    }

    struct Group {
        var name: String?
        var isDynamic = false
    }

    struct Assigned {
        let person: String
        let package: String
        let statement: Statement
    }

    /// The roles that the lines name.
    let book = RoleBook()
    private(set) var moment = Instant(ticks: 0)
    var shown: Set<String> = []
    var groups: [String: Group] = [:]
    var applicationNames: [String: String?] = [:]
    var nestings: [Membership] = []
    var members: [Membership] = []
    var owners: [Membership] = []
    var appRoles: [(holder: String, AppRoleAssignment)] = []
    var directoryRoles: [(holder: String, DirectoryRoleGrant)] = []
    var groupSchedules: [Scheduled] = []
    var packages: [String: [ResourceRole]] = [:]
    /// What is known of the edges of a resource role; the default is: all of them, seen at T.
    var edges: [String: EdgeKnowledge] = [:]
    var policies: [String: ExpirationPattern] = [:]
    var policyVersions: [String: [Policy.Version]] = [:]
    var requests: [String: [AddRequest]] = [:]
    var votes: [String: [ApprovalFinding.Vote]] = [:]
    var assignments: [Assigned] = []
    /// In the order in which the case names them.
    private(set) var persons: [String] = []

    init(_ lines: some Sequence<String>) throws {
        for line in lines {
            let statement = Statement(line)
            if let at = statement.match("at _") {
                guard let moment = Instant(at[0]) else {
                    throw CaseError(line: line, problem: "'\(at[0])' is no moment")
                }
                self.moment = moment
            } else {
                try read(statement)
            }
        }
    }

    /// When an import last showed this: at T, unless the line says otherwise.
    func observation(_ statement: Statement) throws -> Instant {
        try statement.moment("seen") ?? moment
    }

    mutating func mention(person: String) {
        if !persons.contains(person) { persons.append(person) }
    }

    mutating func mention(group: String) {
        if groups[group] == nil { groups[group] = Group(name: group) }
    }
}

import Model
import Store

/// What the directory says of the persons of a batch.
struct AccountLoader {
    private let query: BatchQuery
    private let sponsors: SponsorNames
    private let usersAreComplete: Bool
    private let servicePrincipalsAreComplete: Bool
    /// Whether the last import that read the list of users had sign-in activity among its fields.
    private let signInWasRead: Bool
    /// Everybody of whom any imported object tells a UPN that holds `#EXT#`.
    private let externalNames: KeySet

    init(_ connection: Connection, _ readings: Readings) throws {
        query = try BatchQuery(connection, AccountSQL.query)
        sponsors = try SponsorNames(connection)
        externalNames = try KeySet(connection, AccountSQL.externalNames)
        usersAreComplete = readings.completeReading("user") != nil
        servicePrincipalsAreComplete = readings.completeReading("servicePrincipal") != nil
        signInWasRead = try readings.signInWasRead(connection)
    }

    func load(into batch: inout PersonBatch) throws {
        var facts = batch.facts
        try query.forEachRow(of: batch) { row, place in
            read(row, into: &facts[place])
            let isNamedExternal = externalNames.contains(batch.keys[place])
            facts[place].external = isNamedExternal ? true : row.boolean(7)
            if let list = row.text(18) { facts[place].sponsorNames = try sponsors.names(in: list) }
        }
        batch.facts = facts
    }

    private func read(_ row: Statement, into person: inout PersonFacts) {
        let isOpen = row.boolean(1) ?? false
        let isDeleted = row.boolean(2) ?? false
        person.principalName = row.text(3)
        person.email = row.text(4)
        person.type = type(row, isKnownUser: row.boolean(6) ?? false)
        person.createdAt = row.instant(8)
        person.company = row.text(9)
        person.department = row.text(10)
        person.managerName = row.text(11)
        person.state = state(row, isOpen: isOpen, isDeleted: isDeleted, person)
        guard !isDeleted else { return }
        if let success = row.instant(15) {
            (person.lastSignInAt, person.lastSignInKind) = (success, .success)
        } else if let attempt = row.instant(16) {
            (person.lastSignInAt, person.lastSignInKind) = (attempt, .attempt)
        } else if isOpen, signInWasRead {
            person.lastSignInKind = .never
        }
    }

    private func type(_ row: Statement, isKnownUser: Bool) -> PersonType {
        switch row.text(5)?.lowercased() {
        case "guest": .guest
        case "member": .member
        default: !isKnownUser && row.boolean(12) == true ? .servicePrincipal : .unknown
        }
    }

    private func state(
        _ row: Statement, isOpen: Bool, isDeleted: Bool, _ person: PersonFacts
    ) -> PersonState? {
        if person.id == nil { return nil }
        if isOpen || row.boolean(13) == true {
            return row.boolean(14).map { $0 ? .enabled : .disabled } ?? .unknown
        }
        if isDeleted { return .deleted }
        let isComplete =
            person.type == .servicePrincipal && row.boolean(17) != true
            ? servicePrincipalsAreComplete : usersAreComplete
        return isComplete ? .notInDirectory : .unknown
    }
}

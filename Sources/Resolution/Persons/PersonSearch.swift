import Model
import Store

/// A person that a search found.
public struct FoundPerson: Sendable, Equatable {
    let position: Int64
    public let id: String
    public let name: String?
    public let principalName: String?
}

extension ReportState {
    /// Persons by id, UPN, mail or name, in any case; where none is exactly so, those whose name or UPN holds
    /// the text.
    public func persons(matching text: String) throws -> [FoundPerson] {
        let wanted = text.lowercased()
        var exact: [FoundPerson] = []
        var holding: [FoundPerson] = []
        let list = try connection.prepare(
            """
            SELECT p.position, p.id, p.name, u.userPrincipalName, u.mail, a.subjectEmail, a.subjectPrincipalName
            FROM temp.person p LEFT JOIN temp.userKnown u ON u.key = p.key
            LEFT JOIN assignment a ON p.key > 0 AND (a.key, a.since) = (
                SELECT t.key, t.since FROM temp.assignmentAt t WHERE t.person = p.key
                ORDER BY t.since DESC, t.key LIMIT 1)
            WHERE p.key > 0 ORDER BY p.position
            """)
        while try list.step() {
            let person = FoundPerson(
                position: list.integer(0) ?? 0, id: list.text(1) ?? "", name: list.text(2),
                principalName: list.text(3) ?? list.text(6))
            let names = (1...6).compactMap { list.text($0)?.lowercased() }
            if names.contains(wanted) { exact.append(person) }
            if person.name?.lowercased().contains(wanted) ?? false
                || person.principalName?.lowercased().contains(wanted) ?? false
            {
                holding.append(person)
            }
        }
        return exact.isEmpty ? holding : exact
    }
}

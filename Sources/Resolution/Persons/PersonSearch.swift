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
    public func persons(matching text: String, limit: Int = 20) throws -> [FoundPerson] {
        let exact = try find(
            """
            \(Self.identity) WHERE lower(p.id) = lower(?1) OR lower(p.name) = lower(?1)
            OR lower(u.userPrincipalName) = lower(?1) OR lower(u.mail) = lower(?1)
            OR EXISTS (SELECT 1 FROM temp.assignmentAt t
                JOIN assignment a ON a.key = t.key AND a.since = t.since WHERE t.person = p.key AND p.key > 0
                AND (lower(a.subjectEmail) = lower(?1) OR lower(a.subjectPrincipalName) = lower(?1)))
            ORDER BY p.position LIMIT \(limit)
            """, text)
        guard exact.isEmpty else { return exact }
        return try find(
            """
            \(Self.identity) WHERE instr(lower(p.name), lower(?1)) > 0
            OR instr(lower(u.userPrincipalName), lower(?1)) > 0 ORDER BY p.position LIMIT \(limit)
            """, text)
    }

    private static let identity = """
        SELECT p.position, p.id, p.name, u.userPrincipalName FROM temp.person p
        LEFT JOIN temp.userKnown u ON u.key = p.key
        """

    private func find(_ sql: String, _ text: String) throws -> [FoundPerson] {
        let list = try connection.prepare(sql)
        list.bind(1, text)
        var found: [FoundPerson] = []
        while try list.step() {
            found.append(
                FoundPerson(
                    position: list.integer(0) ?? 0, id: list.text(1) ?? "", name: list.text(2),
                    principalName: list.text(3)))
        }
        return found
    }
}

import Access
import Resolution

extension AccessRow {
    /// All that a row tells, to compare it.
    ///
    /// - Parameter observed: false to leave out when it was seen last.
    func text(observed: Bool = true) -> String {
        let grant = "\(grant)".split(separator: ", ").filter { observed || !$0.hasPrefix("observedAt") }
        let role = self.grant.held.map { "\($0.resource.id) \($0.resource.name ?? "") \($0.role)" }
        return [
            "\(person)", role ?? "", "\(via)", grant.joined(separator: ", "), requestedBy ?? "",
            approval.map { "\($0)" } ?? "", review.map { "\($0)" } ?? "",
        ].joined(separator: " | ")
    }
}

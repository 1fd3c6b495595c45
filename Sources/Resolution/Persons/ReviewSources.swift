/// What tells what a decision is about, best first (ACCESS.md 4).
struct ReviewSources: Sendable {
    /// The decision's resource.
    var resource = ReviewSubject()
    /// Its resourceLink.
    var link = ReviewSubject()
    /// The scope of its run, and that of the review.
    var instance = ReviewSubject()
    var definition = ReviewSubject()

    /// - Parameter later: the same of versions that were observed after T, in their order: what a decision is
    ///   about may be told by a later import.
    func subject(later: [ReviewSources]) -> ReviewSubject {
        func told(_ part: KeyPath<ReviewSources, ReviewSubject>) -> ReviewSubject {
            ([self] + later).map { $0[keyPath: part] }.first { !$0.isEmpty } ?? ReviewSubject()
        }
        let parts = [told(\.resource), told(\.link), instance, definition]
        var subject = parts.first { !$0.isEmpty } ?? ReviewSubject()
        subject.policies.formUnion(definition.policies)
        return subject
    }
}

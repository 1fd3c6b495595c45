import Access

/// Makes the rows of persons that are loaded. It needs no database: so it may work beside the loading.
public struct RowMaker: Sendable {
    private var resolver: Resolver
    private let selection: AccessSelection
    private let namedGroups: Set<String>
    /// The processor time that the resolving alone took, in seconds.
    public private(set) var resolvingTime = 0.0

    public init(_ state: ReportState, _ selection: AccessSelection) {
        resolver = Resolver(tenant: state.directory.tenant)
        self.selection = selection
        namedGroups = state.packages.namedGroups
    }

    /// Hands out the rows that the selection shows, in the order of the report.
    public mutating func forEachRow(
        of persons: [LoadedPerson], _ body: (AccessRow) throws -> Void
    ) rethrows {
        let start = ThreadClock.seconds
        let grants = persons.map { person in
            resolver.grants(of: person.edges) { selection.shows($0, $1, namedGroups: namedGroups) }
        }
        resolvingTime += ThreadClock.seconds - start
        for (person, grants) in zip(persons, grants) {
            for grant in grants { try body(AccessRow(person, grant, resolver.tenant)) }
        }
    }
}

import Access
import Model
import Store

/// The rows of `access` at T, person by person in the order of the report.
///
/// Persons are read in batches, so that memory does not grow with the tenant.
public struct AccessRows {
    private let state: ReportState
    private let batchSize: Int64

    public init(_ state: ReportState, batchSize: Int = 200) {
        self.state = state
        self.batchSize = Int64(batchSize)
    }

    /// Hands out every row that the selection shows.
    public func forEach(_ selection: AccessSelection, _ body: (AccessRow) throws -> Void) throws {
        var maker = RowMaker(state, selection)
        try forEachBatch { try maker.forEachRow(of: $0, body) }
    }

    /// Hands out the persons, some at a time.
    public func forEachBatch(_ body: ([LoadedPerson]) throws -> Void) throws {
        let loader = try BatchLoader(state)
        var first: Int64 = 1
        while true {
            let persons = try loader.load(from: first, count: batchSize)
            if persons.isEmpty { return }
            try body(persons)
            first += batchSize
        }
    }

    /// The rows of one person.
    public func rows(of person: FoundPerson, _ selection: AccessSelection) throws -> [AccessRow] {
        var maker = RowMaker(state, selection)
        var rows: [AccessRow] = []
        maker.forEachRow(of: try BatchLoader(state).load(from: person.position, count: 1)) { rows.append($0) }
        return rows
    }
}

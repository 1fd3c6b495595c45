import Model
import Store

/// Makes what the tables of reports rest on, once for a command.
enum OnceTables {
    /// - Parameter values: of the parameters of a report.
    /// - Throws: `ReportsError.query` where a query does not run, or two reports mean different things by one name.
    static func make(
        _ reports: [Report], _ connection: Connection, values: (Report) throws -> [String: StoredValue]
    ) throws {
        var made: [String: Once] = [:]
        for report in reports where !report.once.isEmpty {
            let bound = try values(report)
            for once in report.once {
                func fault(_ problem: String) -> ReportsError {
                    .query(report: report.name, table: once.name, problem: problem)
                }
                if let same = made[once.name] {
                    guard same == once else { throw fault("another report has another table of this name") }
                    continue
                }
                do {
                    try connection.makeTable(once.name, of: once.sql, parameters: bound, index: once.index)
                } catch let error as StoreError {
                    throw fault(error.description)
                }
                made[once.name] = once
            }
        }
    }
}

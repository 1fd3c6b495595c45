import Resolution
import Store

/// For whom a report is written: the values of its parameter, and the files of each.
struct EachList {
    struct Entry {
        let subject: FoundObject
        /// The name of its files, without ending.
        let stem: String
    }

    /// All that there are, in order.
    let entries: [Entry]
    /// Those that are to be written.
    let wanted: [Entry]

    /// - Parameters:
    ///   - said: what the reader says the parameter is: `all`, or one of them.
    /// - Throws: `ReportsError.query` when the list is none, `ReportsError.parameter` when the one is not in it.
    init(
        _ report: Report, _ each: Each, said: String?, _ state: ReportState, _ finder: SubjectFinder?,
        parameters: [String: StoredValue]
    ) throws {
        let parameter = report.parameters.first { $0.name == each.parameter }
        guard let said = said ?? parameter?.standard else {
            throw ReportsError.parameter(
                report: report.name, name: each.parameter,
                problem: "must be given: \(parameter?.doc ?? "")")
        }
        let subjects = try state.connection.heldToReading {
            try EachList.subjects(report, each, state.connection, parameters)
        }
        let stems = FileStem.stems(report.name, of: subjects.map { ($0.id, $0.name) })
        entries = zip(subjects, stems).map(Entry.init)
        guard said != Each.all else {
            wanted = entries
            return
        }
        let id = try parameter.flatMap { try finder?.subject(said, $0, of: report)?.id } ?? said
        wanted = entries.filter { $0.subject.id == id }
        if wanted.isEmpty {
            throw ReportsError.parameter(
                report: report.name, name: each.parameter, problem: "there is nothing for \"\(said)\"")
        }
    }

    private static func subjects(
        _ report: Report, _ each: Each, _ connection: Connection, _ parameters: [String: StoredValue]
    ) throws -> [FoundObject] {
        do {
            let list = try connection.prepareReport(each.sql, parameters: parameters)
            guard list.columnNames == ["id", "name"] else {
                throw fault(report, "gives other columns than id and name")
            }
            var subjects: [FoundObject] = []
            while try list.step() {
                guard let id = list.text(0) else { throw fault(report, "gives an empty id") }
                subjects.append(FoundObject(id: id, name: list.text(1), hint: nil))
            }
            return subjects
        } catch let error as StoreError {
            throw fault(report, error.description)
        }
    }

    /// What its query is called beside those of the tables.
    static let place = "each"

    private static func fault(_ report: Report, _ problem: String) -> ReportsError {
        .query(report: report.name, table: place, problem: problem)
    }
}

public import Resolution

/// What can go wrong with reports. `description` words every case.
public enum ReportsError: Error, Equatable {
    /// A report file that cannot be understood. `key` is the path to it, such as `tables[0].columns[3].type`.
    case definition(file: String, line: Int, key: String, problem: String)
    /// A parameter that a report does not have, or a value that does not fit.
    case parameter(report: String, name: String, problem: String)
    /// A parameter that names an object: none is called so, or more than one.
    case notClear(report: String, parameter: String, text: String, candidates: [FoundObject])
    /// A query that does not run, or gives something else than the table's columns.
    case query(report: String, table: String, problem: String)
    case noSuchReport(name: String, known: [String])
    case noSuchTemplate(name: String)
    case template(file: String, problem: String)
    /// A folder or file of the catalogue that cannot be read.
    case unreadable(path: String, problem: String)
    /// An output file that cannot be written.
    case unwritable(path: String, problem: String)
    /// Two tables would be written to one file.
    case sameFile(path: String)
    case nothingToWrite
    /// A name that a new report cannot have.
    case reportName(String, problem: String)
    /// Another run is writing the same file.
    case busy(path: String)
    /// A page that is no well-formed XML. It was not published; the old one stands.
    case malformedPage(path: String, line: Int, problem: String)
    /// A row with more or fewer cells than its table has columns.
    case wrongRow(table: String, cells: Int, columns: Int)
}

extension ReportsError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .definition(let file, let line, let key, let problem):
            "\(file):\(line): \(key.isEmpty ? "" : key + ": ")\(problem)"
        case .parameter(let report, let name, let problem):
            "parameter \(name) of the report \(report): \(problem)"
        case .notClear(let report, let parameter, let text, let candidates):
            "parameter \(parameter) of the report \(report): "
                + (candidates.isEmpty
                    ? "nothing has the id or name \"\(text)\""
                    : "\"\(text)\" can be any of \(candidates.count); say which by its id")
        case .query(let report, let table, let problem):
            "the query of the table \(table) in the report \(report): \(problem)"
        case .noSuchReport(let name, let known):
            "no report is called \"\(name)\"; there are: \(known.joined(separator: ", "))"
        case .noSuchTemplate(let name):
            "no template is called \"\(name)\""
        case .template(let file, let problem):
            "\(file): \(problem)"
        case .unreadable(let path, let problem):
            "cannot read \(path): \(problem)"
        case .unwritable(let path, let problem):
            "cannot write \(path): \(problem)"
        case .sameFile(let path):
            "two tables would be written to \(path); give one of the reports or tables another name"
        case .nothingToWrite:
            "no report can be written"
        case .reportName(let name, let problem):
            "a report cannot be called \"\(name)\": \(problem)"
        case .busy(let path):
            "another run is writing \(path); wait for it to end"
        case .malformedPage(let path, let line, let problem):
            "\(path) was not published, it would be no well-formed page: line \(line): \(problem)"
        case .wrongRow(let table, let cells, let columns):
            "a row of \(cells) cells for the table \"\(table)\" of \(columns) columns"
        }
    }
}

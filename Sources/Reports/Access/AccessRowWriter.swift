import Resolution

/// Writes rows of `access` into formats. What a row shares with others is made once where the format allows it:
/// most rows of a tenant are put together from what other rows came to before.
struct AccessRowWriter {
    /// Neighbouring columns that the same thing tells.
    private struct Run {
        let part: AccessPart
        let columns: Range<Int>
    }

    private let columns: [AccessColumn]
    private let runs: [Run]
    private let cellwise: [any CellwiseFormat]
    private let others: [any ReportFormat]
    /// By cellwise format, then by run.
    private var kept: [[KeptBytes]]

    init(_ columns: [AccessColumn], _ formats: [any ReportFormat]) {
        self.columns = columns
        cellwise = formats.compactMap { $0 as? any CellwiseFormat }
        others = formats.filter { !($0 is any CellwiseFormat) }
        var runs: [Run] = []
        for index in columns.indices {
            let part = columns[index].part
            if let run = runs.last, run.part == part {
                runs[runs.count - 1] = Run(part: part, columns: run.columns.lowerBound..<index + 1)
            } else {
                runs.append(Run(part: part, columns: index..<index + 1))
            }
        }
        self.runs = runs
        let empty = runs.map { KeptBytes(limit: $0.part == .person ? 0 : AccessRowWriter.limit) }
        kept = cellwise.map { _ in empty }
    }

    private static let limit = 8 * 1024 * 1024

    mutating func write(_ row: AccessRow) throws(ReportsError) {
        for place in cellwise.indices { try write(row, to: cellwise[place], place) }
        for format in others where format.wantsRows { try format.row(columns.map { $0.cell(row) }) }
    }

    private mutating func write(
        _ row: AccessRow, to format: any CellwiseFormat, _ place: Int
    ) throws(ReportsError) {
        guard let writer = format.rowWriter else { return }
        format.beginRow()
        for (number, run) in runs.enumerated() {
            let key = run.part.key(of: row)
            if let key, kept[place][number].write(key, to: writer) { continue }
            let written = writer.recorded {
                for index in run.columns { format.write(columns[index].cell(row), column: index) }
            }
            if let key, let written { kept[place][number].keep(written, under: key) }
        }
        try format.endRow()
    }
}

import Resolution

/// All that writing a report needs besides its rows.
struct WritingJob: Sendable {
    let report: Report
    let header: ReportHeader
    let options: ReportRun.Options
    let folder: OutputFolder
    let templates: Templates
    let maker: RowMaker
    let progress: @Sendable (Int) -> Void

    struct Written: Sendable {
        let files: [String]
        /// By table.
        let rowCounts: [Int]
        /// Processor time, in seconds.
        let writingTime: Double
        let resolvingTime: Double
    }

    /// Writes what comes, up to `end`.
    ///
    /// - Throws: `CancellationError` when the pieces end before.
    func run(_ pieces: Channel<ReportWriting.Piece>) throws -> Written {
        let start = ThreadClock.seconds
        let formats = options.formats.map {
            $0.writer(into: folder, templates: templates, options: options.format)
        }
        for format in formats { try format.begin(report, header) }
        var maker = maker
        var rows = AccessRowWriter([], formats)
        var rowCounts: [Int] = []
        var (before, count) = (0, 0)
        while let piece = pieces.receive() {
            switch piece {
            case .table(let table, let columns):
                for format in formats { try format.beginTable(table) }
                rows = AccessRowWriter(columns, formats)
                count = 0
            case .rows(let list):
                for format in formats { try format.write(list) }
                count += list.count
                progress(before + count)
            case .persons(let persons):
                try maker.forEachRow(of: persons) { row in
                    try rows.write(row)
                    count += 1
                }
                progress(before + count)
            case .endOfTable:
                for format in formats { try format.endTable(rowCount: count) }
                rowCounts.append(count)
                before += count
            case .end:
                let files = try formats.flatMap { try $0.end() }
                return Written(
                    files: files, rowCounts: rowCounts,
                    writingTime: ThreadClock.seconds - start - maker.resolvingTime,
                    resolvingTime: maker.resolvingTime)
            }
        }
        throw CancellationError()
    }
}

/// A format that takes rows of a query as they are lent, without a copy of their texts.
protocol LentRowFormat: ReportFormat {
    func write(_ row: LentRow) throws(ReportsError)
}

extension ReportFormat {
    /// Some rows, as far as the format wants them.
    func write(_ rows: QueriedRows) throws(ReportsError) {
        let lent = self as? any LentRowFormat
        try rows.forEachRow { (row) throws(ReportsError) in
            guard wantsRows else { return }
            if let lent { try lent.write(row) } else { try self.row(row.cells) }
        }
    }
}

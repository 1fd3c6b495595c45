import CXLSXWriter
import Glibc

/// What makes a sheet of rows a table that can be worked with.
extension Worksheet {
    /// Widths, and the folding of what is shown only when asked for.
    func setColumns(_ columns: [SheetColumn]) throws(ReportsError) {
        var options = lxw_row_col_options()
        for (index, column) in columns.enumerated() {
            let place = lxw_col_t(index)
            options.hidden = column.isFolded ? 1 : 0
            options.level = options.hidden
            options.collapsed = index > 0 && columns[index - 1].isFolded && !column.isFolded ? 1 : 0
            try with { worksheet_set_column_opt($0, place, place, column.width, nil, &options) }
        }
        guard columns.last?.isFolded == true else { return }
        options = lxw_row_col_options(hidden: 0, level: 0, collapsed: 1)
        let next = lxw_col_t(columns.count)
        try with { worksheet_set_column_opt($0, next, next, Worksheet.usualWidth, nil, &options) }
    }

    private static let usualWidth = 8.43

    /// What a cell says when it is pointed at.
    func remark(_ text: String, _ texts: PageTexts, row: UInt32, column: Int) throws(ReportsError) {
        var options = lxw_comment_options()
        options.width = 300
        options.height = UInt16(clamping: 40 + 16 * (text.count / 42 + text.split(separator: "\n").count))
        let shown = ExcelText.changed(text, texts)?.text ?? text
        try with { worksheet_write_comment_opt($0, row, lxw_col_t(column), shown, &options) }
    }

    /// The header stays in view and is printed on each page; filters; what is to be filled in.
    func finishTable(_ columns: [SheetColumn], lastRow: UInt32) throws(ReportsError) {
        let last = lxw_col_t(columns.count - 1)
        try with { sheet in
            worksheet_freeze_panes(sheet, 1, 0)
            worksheet_set_landscape(sheet)
            worksheet_set_paper(sheet, Worksheet.paperA4)
            worksheet_set_footer(sheet, "&L&A&R&P / &N")
            worksheet_repeat_rows(sheet, 0, 0)
            return worksheet_autofilter(sheet, 0, 0, lastRow, last)
        }
        guard columns.contains(where: { $0.column.entry != nil }) else { return }
        try with { sheet in
            worksheet_fit_to_pages(sheet, 1, 0)
            // No password: against slips, not against intent.
            var allowed = lxw_protection()
            allowed.autofilter = 1
            allowed.sort = 1
            allowed.format_columns = 1
            allowed.format_rows = 1
            worksheet_protect(sheet, nil, &allowed)
            return LXW_NO_ERROR
        }
        for (index, column) in columns.enumerated() where lastRow > 0 {
            guard case .choice(let choices) = column.column.entry, Worksheet.fitsList(choices) else {
                continue
            }
            try choose(choices, column: index, lastRow: lastRow)
        }
    }

    private static let paperA4: UInt8 = 9

    /// Excel parts the choices by commas and takes 255 characters of them. Where they do not fit, only the header
    /// tells them.
    private static func fitsList(_ choices: [String]) -> Bool {
        !choices.contains { $0.contains(",") } && choices.joined(separator: ",").utf16.count <= 255
    }

    /// A list to choose from in each row, and nothing else is taken.
    private func choose(_ choices: [String], column: Int, lastRow: UInt32) throws(ReportsError) {
        var list: [UnsafeMutablePointer<CChar>?] = choices.map { strdup($0) } + [nil]
        defer { for choice in list { free(choice) } }
        try with { sheet in
            list.withUnsafeMutableBufferPointer { list in
                var validation = lxw_data_validation()
                validation.validate = UInt8(LXW_VALIDATION_TYPE_LIST.rawValue)
                validation.value_list = list.baseAddress
                return worksheet_data_validation_range(
                    sheet, 1, lxw_col_t(column), lastRow, lxw_col_t(column), &validation)
            }
        }
    }
}

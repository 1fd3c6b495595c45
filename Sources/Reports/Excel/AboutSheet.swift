/// The sheet "About": what the workbook says of itself. All that a page says above and below its tables.
struct AboutSheet {
    private var sheet: ProseSheet
    private let texts: PageTexts

    init(_ sheet: Worksheet, _ styles: WorkbookStyles, _ texts: PageTexts) throws(ReportsError) {
        self.texts = texts
        self.sheet = try ProseSheet(sheet, styles)
    }

    mutating func write(_ parts: [Workbook.Part]) throws(ReportsError) {
        for part in parts {
            try write(part)
            sheet.skip()
        }
    }

    private mutating func write(_ part: Workbook.Part) throws(ReportsError) {
        let (report, header) = (part.report, part.header)
        try sheet.line(report.title, sheet.styles.title)
        try sheet.fact("Answers", .text(report.doc))
        try facts(header)
        sheet.skip()
        try tables(part)
        if let attestation = report.attestation { try sign(attestation) }
        if !header.notCovered.isEmpty {
            try sheet.line("What this report does not cover", sheet.styles.heading)
            for text in header.notCovered { try sheet.line(text) }
            sheet.skip()
        }
        try imports(header)
        for table in part.tables { try legend(table) }
    }

    private mutating func facts(_ header: ReportHeader) throws(ReportsError) {
        try sheet.fact("Tenant", .text(header.tenant.map { $0.name ?? $0.id } ?? "not known"))
        if let tenant = header.tenant { try sheet.fact("Tenant id", .text(tenant.id)) }
        try sheet.fact("As of", .moment(header.asOf))
        if let last = header.snapshots.last {
            let count = header.snapshots.count
            try sheet.fact(
                "Observed", .moment(last.observedAt),
                count > 1 ? .text("the last of \(count) imports") : .nothing)
        } else {
            try sheet.fact("Observed", .text("nothing was imported"))
        }
        try sheet.fact("Generated", .moment(header.generatedAt))
        try completeness(header)
        if !header.scope.isEmpty { try sheet.fact("Scope", .text(header.scope)) }
        for (index, parameter) in header.parameters.enumerated() {
            try sheet.fact(index == 0 ? "Chosen" : "", .text("\(parameter.name)=\(parameter.value)"))
        }
    }

    private mutating func completeness(_ header: ReportHeader) throws(ReportsError) {
        guard !header.isComplete else {
            return try sheet.fact("Complete", .text("yes, all that the report needs was imported"))
        }
        try sheet.fact(
            "Complete", .text("no: a row that is not here may still exist"), style: sheet.styles.marked)
        for need in header.completeness where need.state != .complete {
            try sheet.fact("", .text("\(texts.collection(need.need)): \(texts.said(need))"))
        }
    }

    /// A line for each sheet, which leads to it.
    private mutating func tables(_ part: Workbook.Part) throws(ReportsError) {
        let prose = sheet.styles.prose
        try sheet.heads(["Sheet", "What it holds", "Rows"])
        for table in part.tables {
            for (index, place) in table.sheets.enumerated() {
                try sheet.put(
                    [
                        .sheet(place.name),
                        .text(index == 0 ? "\(table.table.title). \(table.table.doc)" : "continued"),
                        index == 0 ? .number(table.rowCount) : .nothing,
                    ], prose)
            }
            guard table.cutCount > 0 else { continue }
            let count = table.cutCount == 1 ? "1 text is" : "\(PageValues.grouped(table.cutCount)) texts are"
            try sheet.fact(
                "", .text("\(count) longer than a cell can be and cut, which says so; the CSV has all"),
                style: sheet.styles.marked)
        }
        sheet.skip()
    }

    /// Room for who answers for the entries.
    private mutating func sign(_ attestation: String) throws(ReportsError) {
        try sheet.line("Attestation", sheet.styles.heading)
        try sheet.line(attestation)
        for label in ["Name", "Date"] { try sheet.fact(label, .room) }
        sheet.skip()
    }

    private mutating func imports(_ header: ReportHeader) throws(ReportsError) {
        try sheet.line("What it rests on", sheet.styles.heading)
        for snapshot in header.snapshots {
            try sheet.fact(
                "Import \(snapshot.number), observed", .moment(snapshot.observedAt),
                .text("imported \(snapshot.importedAt.pageText)"))
        }
        let complete = header.completeness.filter { $0.state == .complete }.map { texts.collection($0.need) }
        try sheet.fact(
            "Imported completely", .text(complete.isEmpty ? "nothing" : complete.joined(separator: ", ")))
        try sheet.line(
            "All moments are in UTC. The 2 at the upper left of a sheet opens the columns that are folded.")
        sheet.skip()
    }

    /// What the columns say, and which word of the data each of their words is.
    private mutating func legend(_ table: TableSheets) throws(ReportsError) {
        guard let first = table.sheets.first else { return }
        try sheet.line("What the columns of \(first.name) say", sheet.styles.heading)
        try sheet.heads([
            "Column", "What it says", "Words, and what they are in the data", "Name in the data",
        ])
        for column in table.table.columns {
            let words = column.words.filter { $0.word != $0.text }.map { "\($0.text): \($0.word)" }
            try sheet.put(
                [
                    .text(column.title), .text(column.doc), .text(words.joined(separator: "\n")),
                    .text(column.name),
                ], sheet.styles.prose, first: sheet.styles.label)
        }
        sheet.skip()
    }
}

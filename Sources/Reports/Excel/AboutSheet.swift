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
        try sheet.fact(texts["answers"], .text(report.doc))
        try facts(report, header)
        sheet.skip()
        try tables(part)
        if let attestation = report.attestation { try sign(attestation) }
        try sheet.line(texts["notCovered"], sheet.styles.heading)
        for text in texts.notCovered { try sheet.line(text) }
        sheet.skip()
        try imports(header)
        for table in part.tables { try legend(table) }
    }

    private mutating func facts(_ report: Report, _ header: ReportHeader) throws(ReportsError) {
        try sheet.fact(
            texts["tenant"], .text(header.tenant.map { $0.name ?? $0.id } ?? texts["notKnown"]))
        if let tenant = header.tenant { try sheet.fact(texts["tenantId"], .text(tenant.id)) }
        try sheet.fact(texts["asOf"], .moment(header.asOf))
        if let last = header.snapshots.last {
            let count = header.snapshots.count
            try sheet.fact(
                texts["observed"], .moment(last.observedAt),
                count > 1
                    ? .text(
                        texts.filled(
                            "lastOfImports",
                            ["imports": texts.filled("importCount", ["count": PageValues.grouped(count)])]))
                    : .nothing)
        } else {
            try sheet.fact(texts["observed"], .text(texts["nothingImported"]))
        }
        try sheet.fact(texts["generated"], .moment(header.generatedAt))
        try completeness(header)
        if let scope = header.scope { try sheet.fact(texts["scope"], .text(texts.said(scope))) }
        for (index, choice) in texts.choices(report, header).enumerated() {
            try sheet.fact(index == 0 ? texts["chosen"] : "", .text("\(choice.title): \(choice.value)"))
        }
    }

    private mutating func completeness(_ header: ReportHeader) throws(ReportsError) {
        guard !header.isComplete else {
            return try sheet.fact(texts["complete"], .text(texts["isComplete"]))
        }
        try sheet.fact(
            texts["complete"], .text(texts["mayExist"]), style: sheet.styles.marked)
        for need in header.completeness where need.state != .complete {
            try sheet.fact("", .text("\(texts.collection(need.need)): \(texts.said(need))"))
        }
    }

    /// A line for each sheet, which leads to it.
    private mutating func tables(_ part: Workbook.Part) throws(ReportsError) {
        let prose = sheet.styles.prose
        try sheet.heads([texts["sheet"], texts["whatItHolds"], texts["rowsTitle"]])
        for table in part.tables {
            for (index, place) in table.sheets.enumerated() {
                try sheet.put(
                    [
                        .sheet(place.name),
                        .text(index == 0 ? "\(table.table.title). \(table.table.doc)" : texts["continued"]),
                        index == 0 ? .number(table.rowCount) : .nothing,
                    ], prose)
            }
            guard table.cutCount > 0 else { continue }
            try sheet.fact(
                "", .text(texts.filled("textsCut", ["count": PageValues.grouped(table.cutCount)])),
                style: sheet.styles.marked)
        }
        sheet.skip()
    }

    /// Room for who answers for the entries.
    private mutating func sign(_ attestation: String) throws(ReportsError) {
        try sheet.line(texts["attestation"], sheet.styles.heading)
        try sheet.line(attestation)
        for label in [texts["attestedBy"], texts["attestedOn"]] { try sheet.fact(label, .room) }
        sheet.skip()
    }

    private mutating func imports(_ header: ReportHeader) throws(ReportsError) {
        try sheet.line(texts["restsOn"], sheet.styles.heading)
        for snapshot in header.snapshots {
            try sheet.fact(
                texts.filled("importObserved", ["number": String(snapshot.number)]),
                .moment(snapshot.observedAt),
                .text(texts.filled("importedOn", ["moment": snapshot.importedAt.pageText])))
        }
        let complete = header.completeness.filter { $0.state == .complete }.map { texts.collection($0.need) }
        try sheet.fact(
            texts["completeCollections"],
            .text(complete.isEmpty ? texts["nothing"] : complete.joined(separator: ", ")))
        try sheet.line(
            texts["inUTC"] + " " + texts["foldedColumns"])
        sheet.skip()
    }

    /// What the columns say, and which word of the data each of their words is.
    private mutating func legend(_ table: TableSheets) throws(ReportsError) {
        guard let first = table.sheets.first else { return }
        try sheet.line(
            texts.filled("columnsOfSheet", ["sheet": first.name]), sheet.styles.heading)
        try sheet.heads([
            texts["columnTitle"], texts["whatItSays"], texts["wordsOfColumn"], texts["nameInData"],
        ])
        for column in table.table.columns {
            let words = column.explainedWords.map { "\($0.text): \($0.word)" }
            try sheet.put(
                [
                    .text(column.title), .text(column.doc), .text(words.joined(separator: "\n")),
                    .text(column.name),
                ], sheet.styles.prose, first: sheet.styles.label)
        }
        sheet.skip()
    }
}

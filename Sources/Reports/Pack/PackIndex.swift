import Model

/// What the index of a pack says: of all reports together, and of each.
struct PackIndex {
    private let header: ReportHeader
    private let results: [ReportRun.Result]
    private let leftOut: [PackChoice.LeftOut]
    /// The file that holds every table; nil where none was asked for.
    private let workbook: String?

    /// - Throws: `ReportsError.nothingToWrite` when there is no report.
    init(
        _ results: [ReportRun.Result], _ leftOut: [PackChoice.LeftOut], workbook: String?
    ) throws(ReportsError) {
        guard let header = ReportHeader(of: results.map(\.header)) else { throw .nothingToWrite }
        self.header = header
        self.results = results
        self.leftOut = leftOut
        self.workbook = workbook
    }

    /// Writes both files to their ends; they are not yet in their places.
    func write(page: OutputFile, list: OutputFile, _ templates: Templates) throws(ReportsError) {
        list.writer.write(text: json(try templates.texts()).pretty + "\n")
        try list.finish()
        let html = try html(templates)
        try PageCheck.check(html, publishedAs: page.path)
        page.writer.write(text: html)
        try page.finish()
    }

    /// The filled template `index`.
    private func html(_ templates: Templates) throws(ReportsError) -> String {
        let (texts, brand) = (try templates.texts(), try templates.brand())
        let title = texts["packTitle"]
        let style = PageFrame.enclosed(
            try templates.text("page.css") + templates.text("index.css")
                + PageStyle.common(title, header, texts, brand))
        var values = PageValues(texts, brand).header(header, title: title)
        values["style"] = style
        values["policy"] = PageFrame.policy(style: style, brand)
        values["lead"] = texts.filled("packLead", ["count": PageValues.grouped(results.count)])
        values["reports"] = results.map { $0.values(texts) }
        values["hasLeftOut"] = !leftOut.isEmpty
        values["leftOut"] = leftOut.map { $0.values(texts) }
        values["standsAlone"] = texts.html("standsAlone", ["file": link(Pack.list)])
        values["hasWorkbook"] = workbook != nil
        values["workbook"] = workbook.map { texts.html("workbookHolds", ["file": link($0)]) } ?? ""
        return try templates.render("index", values)
    }

    private func link(_ file: String) -> String {
        XMLNode("a", ["href": file], text: file).printed
    }

    private func json(_ texts: PageTexts) -> JSONNode {
        .object([
            ("pack", header.json(texts)), ("reports", .array(results.map(\.json))),
            ("leftOut", .array(leftOut.map(\.json))), ("workbook", JSONNode(workbook)),
        ])
    }
}

extension ReportHeader {
    /// What several reports of one run say together: every need once, with the worst that is known of it.
    fileprivate init?(of headers: [ReportHeader]) {
        guard let first = headers.first else { return nil }
        var needs: [String] = []
        var known: [String: [Completeness]] = [:]
        for need in headers.flatMap(\.completeness) {
            if known[need.need] == nil { needs.append(need.need) }
            known[need.need, default: []].append(need)
        }
        let completeness = needs.map { name in
            let all = known[name] ?? []
            var lacks: [Lack] = []
            for lack in all.flatMap(\.lacks) where !lacks.contains(lack) { lacks.append(lack) }
            let state = Completeness.State.allCases.last { state in all.contains { $0.state == state } }
            return Completeness(
                need: name, state: state ?? .complete, lacks: lacks)
        }
        self.init(
            asOf: first.asOf, generatedAt: first.generatedAt, tenant: first.tenant,
            snapshots: first.snapshots, completeness: completeness,
            scope: headers.compactMap(\.scope).first)
    }

    fileprivate func json(_ texts: PageTexts) -> JSONNode {
        .object([
            ("asOf", .text(asOf.description)), ("generatedAt", .text(generatedAt.description)),
            ("tenant", tenant.map { .object([("id", .text($0.id)), ("name", JSONNode($0.name))]) } ?? .null),
            ("snapshots", .array(snapshots.map(\.json))),
            ("completeness", .array(completeness.map(\.json))),
            ("notCovered", .array(texts.notCovered.map(JSONNode.text))),
        ])
    }
}

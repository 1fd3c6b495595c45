extension PageValues {
    /// What the templates can name of a table.
    func values(_ page: PageTable) -> [String: Any] {
        let table = page.table
        let entries = table.columns.compactMap(\.entry)
        return [
            "id": PageNames.section(table), "rowsId": PageNames.rows(table), "name": table.name,
            "title": table.title, "doc": table.doc, "csv": page.csvName, "isEmpty": page.total == 0,
            "shown": page.shown, "isPacked": page.standing < page.shown, "unscripted": unscripted(page),
            "isCut": page.shown < page.total, "howMany": howMany(page), "cut": cut(page),
            "count": texts.filled("rowCount", ["total": PageValues.grouped(page.shown)]),
            "found": texts.filled(
                "rowsFound", ["found": "{found}", "total": PageValues.grouped(page.shown)]),
            "hint": hint, "charts": page.total == 0 ? [] : page.charts.map(\.values),
            "size": isSmall(page) ? " small" : "", "layout": table.layout == .facts ? "dossier" : "rows",
            "isWhole": table.columns.allSatisfy(\.page.shown), "hasEntries": !entries.isEmpty,
            "entryKeys": keys(entries),
            "columns": table.columns.enumerated().map { index, column in
                self.column(column, index, in: page)
            },
        ]
    }

    /// So few rows are read without searching.
    private func isSmall(_ page: PageTable) -> Bool {
        page.total <= 20
    }

    private func column(_ column: Column, _ index: Int, in page: PageTable) -> [String: Any] {
        let words = legend(index, in: page)
        let entry =
            switch column.entry {
            case .choice?: "choice"
            case .text?: "text"
            case nil: ""
            }
        return [
            "place": PageNames.place(index), "hidden": PageNames.hidden(index),
            "id": PageNames.box(page.table, column), "name": column.name, "title": column.title,
            "doc": column.doc, "type": column.type.rawValue, "shown": column.page.shown,
            "hasWords": !words.isEmpty, "words": words, "isEntry": !entry.isEmpty, "entry": entry,
        ]
    }

    /// How many rows there are and where, for the head of the page.
    private func howMany(_ page: PageTable) -> String {
        if page.total == 0 { return XMLText.escaped(texts["noRows"]) }
        guard page.shown < page.total else {
            return page.total == 1
                ? XMLText.escaped(texts["oneRow"])
                : texts.html("allRows", ["total": PageValues.grouped(page.total)])
        }
        let rows = XMLNode("strong", [:], text: shownOfTotal(page)).printed
        return texts.html("othersIn", ["rows": rows, "file": file(page)])
    }

    /// Beneath the rows.
    private func cut(_ page: PageTable) -> String {
        texts.html(
            "rowsOnThisPage", ["rows": XMLText.escaped(shownOfTotal(page)), "file": file(page)])
    }

    private func unscripted(_ page: PageTable) -> String {
        texts.html(
            "unscripted",
            [
                "shown": PageValues.grouped(page.standing), "total": PageValues.grouped(page.total),
                "file": file(page),
            ])
    }

    private func shownOfTotal(_ page: PageTable) -> String {
        texts.filled(
            "someRows",
            ["shown": PageValues.grouped(page.shown), "total": PageValues.grouped(page.total)])
    }

    private func file(_ page: PageTable) -> String {
        XMLNode("a", ["href": page.csvName], text: page.csvName).printed
    }

    private var hint: String {
        let code = { XMLNode("code", [:], text: $0).printed }
        return texts.html(
            "filterHint",
            [
                "exact": code("=active"), "empty": code("="), "not": code("!guest"),
                "before": code("<2026-09"), "after": code(">2026-09"),
            ])
    }

    /// The keys that decide, where the choices begin with different letters.
    private func keys(_ entries: [Entry]) -> String {
        for case .choice(let choices) in entries {
            let letters = choices.compactMap { $0.first?.uppercased() }
            guard Set(letters).count == choices.count, choices.count <= EntryWriter.mostButtons
            else { return "" }
            let keys = letters.map { XMLNode("kbd", [:], text: $0).printed }.joined(separator: " ")
            return texts.html("entryKeys", ["keys": keys])
        }
        return ""
    }

    /// The words that are read in this column: its own, those set beneath them, those that stand in.
    private func legend(_ index: Int, in page: PageTable) -> [String] {
        let columns = page.table.columns
        let place = columns[index].page
        var lines: [String] = []
        for (other, column) in columns.enumerated() {
            var used: Set<String> = []
            if other == index { used = page.rows.used(other) }
            if column.name == place.stands { used = page.rows.used(index) }
            if place.below.contains(column.name) {
                used = page.rows.used(other)
                if !column.page.marked.isEmpty { used.formIntersection(column.page.marked) }
            }
            lines += words(column, used: used)
        }
        return lines
    }

    private func words(_ column: Column, used: Set<String>) -> [String] {
        column.explainedWords.filter { used.contains($0.word) }.map { word in
            texts.html(
                "wordInData",
                [
                    "text": XMLNode("q", [:], text: word.text).printed,
                    "word": XMLNode("code", [:], text: word.word).printed,
                ])
        }
    }
}

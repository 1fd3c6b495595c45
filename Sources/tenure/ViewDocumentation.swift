import GraphImport
import Reports
import Resolution
import Store

/// What can be queried, as Markdown, from the declarations of the views and of what fills their tables.
enum ViewDocumentation {
    static var markdown: String {
        let head = """
            # What can be queried
            Made by `tenure views`. Ids and moments are text, moments as `YYYY-MM-DDTHH:MM:SSZ`.

            In a report of your own these views hold what holds at the moment that is judged (`--as-of`): the state \
            by the imports observed up to then, events that had happened, in the version that counts. In the \
            database file (`sqlite3`, datasette) views of the same names hold what was seen last. `…Versions` hold \
            every version in both. JSON columns hold the source's JSON (`json_each`, `->>`).

            Only a report has the view `access`, the resolved rows (its columns: `tenure report describe access`; \
            their order: `position`), and the views of the last section.
            """
        let moment = (ReportState.views + [ReportRun.outsideAccess]).map { view in
            section(view.name, view.doc, view.columns.map { ($0.name, $0.doc) })
        }
        return
            ([head] + PublicViews.all.map(section) + ["# Only in reports"] + moment).joined(separator: "\n\n")
            + "\n"
    }

    private static func section(_ view: PublicView) -> String {
        section(
            view.name, view.doc,
            view.shown.map { column in
                let meaning = column.field.flatMap { EntityDocumentation.meaning(of: $0, in: view.table) }
                return (column.name, column.doc ?? meaning ?? "")
            })
    }

    private static func section(_ name: String, _ doc: String, _ columns: [(String, String)]) -> String {
        let rows = columns.map { "| \($0.0) | \($0.1.replacing("|", with: "\\|")) |" }
        return (["## \(name)", "\(doc).", "", "| column | meaning |", "| --- | --- |"] + rows).joined(
            separator: "\n")
    }
}

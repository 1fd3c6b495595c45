import Model
import Resolution

/// How a page says what is not complete.
extension PageTexts {
    /// Such as *imported in part: 3 of 12 groups not imported completely*.
    func said(_ need: ReportHeader.Completeness) -> String {
        let state = self[need.state == .missing ? "notImported" : "importedInPart"]
        let details =
            need.lacks.isEmpty
            ? [need.detail]
            : need.lacks.filter { need.state != .missing || $0 != .init(shortfall: .notImported, since: nil) }
                .map(said)
        return ([state] + [details.filter { !$0.isEmpty }.joined(separator: "; ")].filter { !$0.isEmpty })
            .joined(separator: ": ")
    }

    private func said(_ lack: ReportHeader.Lack) -> String {
        guard let since = lack.since else { return said(lack.shortfall) }
        return filled("atEarlier", ["moment": since.pageText, "why": said(lack.shortfall)])
    }

    func said(_ shortfall: Shortfall) -> String {
        switch shortfall {
        case .notImported: self["notImported"]
        case .notWhole: self["lastImportNotWhole"]
        case .parts(let lacking, let all, let entity):
            filled(
                "partsLacking",
                [
                    "lacking": PageValues.grouped(lacking), "all": PageValues.grouped(all),
                    "parts": collection(entity),
                ])
        case .above(let entity, let shortfall):
            filled("aboveLacking", ["above": collection(entity), "why": said(shortfall)])
        }
    }
}

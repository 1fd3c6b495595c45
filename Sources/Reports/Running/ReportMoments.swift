import Model
import Resolution
import Store

/// The state at the moment that is judged and, for reports that compare, the rows at the moment before.
struct ReportMoments {
    let state: ReportState
    /// The beginning of the comparison; nil where nothing is compared.
    let since: Instant?

    /// What was not complete at the earlier moment, by entity.
    private(set) var earlierNeeds: [NeedState] = []

    /// The parameter by which a report says that it compares two moments; then it has `accessBefore`.
    static let parameter = "since"

    /// - Throws: `ReportsError.parameter` when there is nothing to compare with.
    init(
        _ connection: Connection, path: String, at moment: Instant, since asked: Instant?,
        for reports: [Report],
        _ selection: AccessSelection
    ) throws {
        let comparing = reports.first { $0.parameters.contains { $0.name == ReportMoments.parameter } }
        since = try comparing.map { report in
            try asked ?? ReportMoments.standard(connection, path: path, at: moment, report)
        }
        if let since {
            guard since < moment else {
                throw ReportsError.parameter(
                    report: comparing?.name ?? "", name: ReportMoments.parameter,
                    problem: "\(since) is not before \(moment)")
            }
            let before = try ReportState(connection, at: since, path: path)
            try AccessTable.make(before, AccessSelection(scope: selection.scope), suffix: AccessTable.before)
            earlierNeeds = try before.needs(comparing?.needs ?? []).filter { $0.state != .complete }
            try before.release(keeping: AccessTable.names(suffix: AccessTable.before))
        }
        state = try ReportState(connection, at: moment, path: path)
        guard reports.contains(where: \.isQueried) else { return }
        try state.makeSamePersons()
        try state.makeViews()
        guard reports.contains(where: \.namesAccess) else { return }
        try AccessTable.make(state, selection)
        try connection.execute(OutsideAccess.sql)
    }

    /// Whether there is anything before the moment to compare with.
    static func hasEarlier(_ connection: Connection, at moment: Instant) throws -> Bool {
        let list = try SnapshotList(connection)
        // What was observed before history begins still holds there.
        let begins = list.historyBegins ?? moment
        let moments = Set(list.snapshots.filter { !$0.eventsOnly }.map { max($0.observedAt, begins) })
        return moments.filter { $0 <= moment }.count > 1
    }

    /// What was observed last before.
    private static func standard(
        _ connection: Connection, path: String, at moment: Instant, _ report: Report
    ) throws -> Instant {
        let state = try ReportState(connection, at: moment, path: path)
        let previous = try state.previousMoment()
        try state.release(keeping: [])
        guard let previous else {
            throw ReportsError.parameter(
                report: report.name, name: parameter,
                problem: "there is only one snapshot up to \(moment), and nothing before it to compare with")
        }
        return previous
    }
}

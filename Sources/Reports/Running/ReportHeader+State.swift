import Model
import Resolution
import Store

extension ReportHeader {
    /// What a report says of itself, from the state that it is made of.
    init(
        _ report: Report, _ moments: ReportMoments, _ options: ReportRun.Options,
        _ parameters: [ParameterValue]
    ) throws {
        let state = moments.state
        let tenant = try state.tenant().map { Tenant(id: $0.id, name: $0.name) }
        let snapshots = try state.snapshots().map {
            Snapshot(number: Int($0.number), observedAt: $0.observedAt, importedAt: $0.importedAt)
        }
        let isComparing = report.parameters.contains { $0.name == ReportMoments.parameter }
        let completeness = try state.needs(report.needs).map { need in
            let earlier = isComparing ? moments.earlierNeeds.first { $0.name == need.name } : nil
            let lacks = [(need, nil), (earlier, moments.since)].compactMap { known, since in
                known?.shortfall.map { Lack(shortfall: $0, since: since) }
            }
            return Completeness(
                need: need.name,
                state: Completeness.State(need.state == .complete ? earlier?.state ?? .complete : need.state),
                lacks: lacks)
        }
        let scope = Scope(
            everyGroup: options.selection.scope == .all, everyStatus: options.selection.everyStatus)
        self.init(
            asOf: state.asOf.moment, generatedAt: options.generatedAt, tenant: tenant, snapshots: snapshots,
            completeness: completeness,
            parameters: parameters,
            scope: report.readsAccess ? scope : nil)
        let tellsShortfalls = report.tables.flatMap(\.columns).contains { $0.sharedWords == .shortfalls }
        if tellsShortfalls { shortfalls = try state.collectionNeeds().compactMap(\.shortfall) }
    }
}

extension ReportHeader.Completeness.State {
    fileprivate init(_ state: NeedState.State) {
        self =
            switch state {
            case .complete: .complete
            case .partial: .partial
            case .missing: .missing
            }
    }
}

extension ReportHeader.Completeness {
    /// - Parameter lacks: what is lacking, of which its text is made.
    init(need: String, state: State, lacks: [ReportHeader.Lack]) {
        self.init(
            need: need, state: state,
            detail: lacks.map { lack in
                (lack.since.map { "at \($0): " } ?? "") + lack.shortfall.description
            }.joined(separator: "; "))
        self.lacks = lacks
    }
}

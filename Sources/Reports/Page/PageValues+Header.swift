import Model

extension PageValues {
    /// What every page says of itself: of whom, as of when, from which observations, how complete.
    static func header(_ header: ReportHeader) -> [String: Any] {
        let lacking = header.completeness.filter { $0.state != .complete }
        let last = header.snapshots.last
        return [
            "tenantName": header.tenant?.name ?? header.tenant?.id ?? "",
            "tenantId": header.tenant?.id ?? "", "hasTenant": header.tenant != nil,
            "asOf": time(header.asOf), "generatedAt": time(header.generatedAt),
            "scope": header.scope, "hasScope": !header.scope.isEmpty,
            "hasSnapshots": last != nil, "snapshotCount": header.snapshots.count,
            "hasEarlierSnapshots": header.snapshots.count > 1,
            "observedAt": last.map { time($0.observedAt) } ?? [:],
            "importedAt": last.map { time($0.importedAt) } ?? [:],
            "snapshots": header.snapshots.map { snapshot -> [String: Any] in
                [
                    "number": snapshot.number, "observedAt": time(snapshot.observedAt),
                    "importedAt": time(snapshot.importedAt),
                ]
            },
            "isComplete": lacking.isEmpty,
            "lacking": lacking.map { need -> [String: Any] in
                [
                    "need": need.need, "isMissing": need.state == .missing, "detail": need.detail,
                    "hasDetail": !need.detail.isEmpty,
                ]
            },
            "complete": header.completeness.filter { $0.state == .complete }.map(\.need),
            "hasParameters": !header.parameters.isEmpty,
            "parameters": header.parameters.map { ["name": $0.name, "value": $0.value] },
            "hasNotCovered": !header.notCovered.isEmpty, "notCovered": header.notCovered,
        ]
    }
}

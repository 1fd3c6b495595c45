import Model

extension PageValues {
    /// What every page says of itself: of whom, as of when, from which observations, how complete.
    func header(_ header: ReportHeader, title: String) -> [String: Any] {
        let lacking = header.completeness.filter { $0.state != .complete }
        let titles = [
            title, header.tenant.map { $0.name ?? $0.id },
            texts.filled("asOfMoment", ["moment": header.asOf.pageText]),
        ]
        return [
            "t": texts.values, "title": title,
            "documentTitle": titles.compactMap(\.self).joined(separator: " · "),
            "tenantName": header.tenant?.name ?? header.tenant?.id ?? "",
            "tenantId": header.tenant?.id ?? "", "hasTenant": header.tenant != nil,
            "asOf": PageValues.time(header.asOf), "generatedAt": PageValues.time(header.generatedAt),
            "scope": header.scope.map(texts.said) ?? "", "hasScope": header.scope != nil,
            "observed": observed(header),
            "hasSnapshots": !header.snapshots.isEmpty, "snapshots": header.snapshots.map(snapshot),
            "isComplete": lacking.isEmpty,
            "lacking": lacking.map { ["need": texts.collection($0.need), "state": texts.said($0)] },
            "complete": header.completeness.filter { $0.state == .complete }.map {
                texts.collection($0.need)
            },
            "notCovered": texts.notCovered,
            "hasBrand": brand.name != nil, "brandName": brand.name ?? "", "hasLogo": brand.logo != nil,
            "logo": brand.logo ?? "", "hasBrandFooter": brand.footer != nil,
            "brandFooter": brand.footer ?? "",
        ]
    }

    private func observed(_ header: ReportHeader) -> String {
        guard let last = header.snapshots.last else { return XMLText.escaped(texts["nothingImported"]) }
        let moment = PageValues.time(last.observedAt)
        guard header.snapshots.count > 1 else { return moment }
        let count = texts.filled("importCount", ["count": PageValues.grouped(header.snapshots.count)])
        return texts.html(
            "observedLast",
            ["moment": moment, "imports": XMLNode("a", ["href": "#imports"], text: count).printed])
    }

    private func snapshot(_ snapshot: ReportHeader.Snapshot) -> String {
        texts.html(
            "import",
            [
                "number": String(snapshot.number), "observed": PageValues.time(snapshot.observedAt),
                "imported": PageValues.time(snapshot.importedAt),
            ])
    }
}

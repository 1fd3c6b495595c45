import Testing

/// ACCESS.md 3, nestedGroup, against every path there is: small random graphs, walked naively.
@Suite struct RandomGraphTests {
    @Test(arguments: 0..<300)
    func nestedRowsAreThoseThatAllSimplePathsGive(seed: Int) throws {
        let graph = RandomGraph(seed: UInt64(seed))
        let found = try AccessCase(graph.lines + "\n---").rows().filter { $0.contains("nestedGroup") }
        let expected = graph.nestedRows()
        #expect(
            found == expected,
            "expected:\n\(expected.joined(separator: "\n"))\nfor:\n\(graph.lines)")
    }

    @Test func theGraphsHoldCyclesManyPathsAndPersonsInNoGroup() {
        let graphs = (0..<300).map { RandomGraph(seed: UInt64($0)) }
        #expect(graphs.contains { $0.members.isEmpty })
        #expect(graphs.contains { graph in graph.nestings.contains { $0.member == $0.holder } })
        #expect(graphs.contains { $0.nestedRows().contains { $0.contains("paths 4") } })
        #expect(graphs.contains { $0.nestedRows().contains { $0.filter { $0 == ">" }.count >= 3 } })
    }
}

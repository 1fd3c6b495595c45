/// A few groups in each other, a person in some of them for some time, and the rows that follow when every path
/// is walked.
struct RandomGraph {
    struct Nesting {
        let member: String
        let holder: String
        let seen: Int
    }

    struct Membership {
        let group: String
        let seen: Int
        /// The day in July on which the package that tells of it ends; nil where no package does.
        let end: Int?
    }

    private(set) var nestings: [Nesting] = []
    private(set) var members: [Membership] = []
    private let groups: [String]

    init(seed: UInt64) {
        var random = SplitMix(state: seed)
        groups = ["A", "B", "C", "D", "E", "F", "G"].prefix(random.next(in: 2...7)).map { $0 }
        let density = random.next(in: 1...5)
        for member in groups {
            for holder in groups where random.next(in: 1...10) <= density {
                nestings.append(Nesting(member: member, holder: holder, seen: random.next(in: 10...28)))
            }
        }
        for group in groups where random.next(in: 1...10) <= 4 {
            let end = random.next(in: 1...2) == 1 ? random.next(in: 10...28) : nil
            members.append(Membership(group: group, seen: random.next(in: 10...28), end: end))
        }
    }

    /// The graph in the notation of the cases.
    var lines: String {
        var lines = ["at 2026-06-30", "show via paths until seen"]
        lines += nestings.map { "group \($0.member) in \($0.holder), seen 2026-06-\($0.seen)" }
        for member in members {
            lines.append("member ann in \(member.group), seen 2026-06-\(member.seen)")
            guard let end = member.end else { continue }
            lines.append("package P\(member.group), Member of \(member.group)")
            lines.append("assignment A\(member.group) of P\(member.group) to ann, end 2026-07-\(end)")
        }
        return lines.joined(separator: "\n")
    }

    /// One row for each group that any path leads to.
    func nestedRows() -> [String] {
        groups.compactMap { group in
            let paths = members.flatMap { ways(from: [$0.group], seen: $0.seen, to: group) }
            let shortest = paths.min {
                ($0.groups.count, $0.groups.joined()) < ($1.groups.count, $1.groups.joined())
            }
            guard let shortest else { return nil }
            let starts = Set(paths.compactMap(\.groups.first))
            let ends = members.filter { starts.contains($0.group) }.map(\.end)
            let last = ends.contains(nil) ? nil : ends.compactMap { $0 }.max()
            let until = last.map { "2026-07-\($0) (membership)" } ?? "open (none)"
            let via = shortest.groups.joined(separator: " > ")
            return "ann Member of \(group) nestedGroup via \(via) paths \(starts.count) until \(until)"
                + " seen 2026-06-\(shortest.seen)"
        }
    }

    /// Every way on from a path to a group, without a group twice.
    private func ways(from path: [String], seen: Int, to group: String) -> [(groups: [String], seen: Int)] {
        guard let last = path.last, !path.contains(group) else { return [] }
        return nestings.filter { $0.member == last }.flatMap { step -> [(groups: [String], seen: Int)] in
            let seen = min(seen, step.seen)
            if step.holder == group { return [(path, seen)] }
            if path.contains(step.holder) { return [] }
            return ways(from: path + [step.holder], seen: seen, to: group)
        }
    }
}

/// The same numbers for the same seed, on every machine.
private struct SplitMix {
    var state: UInt64

    mutating func next(in range: ClosedRange<Int>) -> Int {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        value ^= value >> 31
        return range.lowerBound + Int(value % UInt64(range.count))
    }
}

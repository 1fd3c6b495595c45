import Store

/// What an import has to say of its files. Of the same fault in one file only the first places are kept, the rest
/// are counted, so that a hostile file cannot fill the memory.
struct RemarkBook {
    private static let keptPlaces = 100

    private struct Fault: Hashable {
        let kind: Remark.Kind
        let file: String
        let reason: String
        var unimported: String? = nil
    }

    /// How many were made.
    private(set) var total = 0
    private var kept: [Remark] = []
    private var more: [Fault: Int] = [:]
    private var counts: [Fault: Int] = [:]

    /// - Parameter line: asked for only where the place is kept; nil for the file as a whole, which is kept once.
    mutating func add(
        _ kind: Remark.Kind, _ file: String, line: @autoclosure () -> Int? = nil, _ reason: String,
        unimported: String? = nil
    ) {
        total += 1
        let fault = Fault(kind: kind, file: file, reason: reason, unimported: unimported)
        let count = counts[fault, default: 0]
        counts[fault] = count + 1
        let line = count < RemarkBook.keptPlaces ? line() : nil
        if let line {
            kept.append(Remark(kind: kind, place: "\(file):\(line)", reason: reason))
        } else if count == 0 {
            kept.append(Remark(kind: kind, place: file, reason: reason, unimported: unimported))
        } else {
            more[fault, default: 0] += 1
        }
    }

    /// Adds what another book says, of files that this one says nothing of.
    mutating func add(_ other: RemarkBook) {
        total += other.total
        for remark in other.kept {
            // What was said of a folder is said once.
            let fault = Fault(
                kind: remark.kind, file: remark.place, reason: remark.reason, unimported: remark.unimported)
            if counts[fault] == nil { kept.append(remark) } else { more[fault, default: 0] += 1 }
        }
        more.merge(other.more) { $0 + $1 }
        counts.merge(other.counts) { $0 + $1 }
    }

    /// All remarks in the order in which they were made, then how many more there are of which.
    var all: [Remark] {
        let rest = more.map {
            Remark(
                kind: $0.key.kind, place: $0.key.file, reason: "\($0.value) more: \($0.key.reason)",
                unimported: $0.key.unimported)
        }
        return kept + rest.sorted { ($0.place, $0.reason) < ($1.place, $1.reason) }
    }
}

import ArgumentParser
import Model
import Store

struct StatusCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "status",
        abstract: "Tell what was imported when, and what is incomplete.",
        discussion: """
            A damaged database is said to be so and ends with 2.

              tenure status
              tenure status --db audit.sqlite --remarks
              tenure status --object 312d487f-afda-40a4-a895-65cc46780532
            """)

    private static let shownSnapshots = 12

    @OptionGroup var database: DatabaseOption

    @Flag(help: "List everything that the last import refused, left aside or found incomplete.")
    var remarks = false

    @Option(help: ArgumentHelp("Tell from which file each version of the object came.", valueName: "id"))
    var object: String?

    @Flag(help: "Take the database as it is, if its structure is whole: after you changed it yourself.")
    var accept = false

    func run() throws {
        if accept { try TenureDatabase.accept(database.path) }
        let store = try TenureDatabase.openForReading(database.path)
        try store.checkStructure()
        if let object { return try tellOrigins(of: object, store) }
        let book = try store.reading { try StatusBook($0) }
        guard !book.snapshots.isEmpty else { throw StoreError.empty(path: database.path) }
        print(text(book, store.wholeness))
        ClockNote.tell(book.snapshots, now: Clock.now)
    }

    private func tellOrigins(of id: String, _ store: TenureDatabase) throws {
        let origins = try store.reading { try Origins(of: id, $0) }
        guard !origins.versions.isEmpty else {
            throw ValidationError(
                "no object has the id \(id.singleLine); ids are told by the reports and views")
        }
        print(OriginText(origins: origins).text)
    }

    private func text(_ book: StatusBook, _ wholeness: Wholeness) -> String {
        var lines = ["tenant \(book.tenantName?.singleLine ?? "not known") \(book.tenant ?? "")"]
        lines.append("\(book.snapshots.count) snapshots")
        let earlier = book.snapshots.count - StatusCommand.shownSnapshots
        if earlier > 0 {
            lines.append("  \(earlier) earlier ones, the first observed \(book.snapshots[0].observedAt)")
        }
        for snapshot in book.snapshots.suffix(StatusCommand.shownSnapshots) {
            let kind = snapshot.eventsOnly ? ", events only" : ""
            lines.append(
                "  \(snapshot.number)  observed \(snapshot.observedAt) (\(snapshot.observedBy)), imported "
                    + "\(snapshot.importedAt) by \(snapshot.tool)\(kind)")
        }
        if let pruning = book.pruning {
            lines.append("history begins at \(pruning.historyBegins) (pruned on \(pruning.prunedAt))")
        }
        lines.append(wholeness.words)
        lines.append("what was imported last")
        let width = book.entities.map(\.entity.count).max() ?? 0
        for entity in book.entities {
            let whole =
                entity.incomplete == 0
                ? "complete" : "incomplete: \(entity.incomplete) of \(entity.collections) collections"
            lines.append(
                "  \(entity.entity.padding(to: width))  \(entity.items) objects read, observed "
                    + "\(entity.lastObservedAt), \(whole)")
        }
        lines += remarkLines(book)
        return lines.map(\.singleLine).joined(separator: "\n")
    }

    private func remarkLines(_ book: StatusBook) -> [String] {
        if remarks { return book.remarks.map { "\($0.kind.label): \($0.place): \($0.reason)".singleLine } }
        let counts = Remark.Kind.allCases.compactMap { kind -> String? in
            let count = book.remarks.filter { $0.kind == kind }.count
            return count > 0 ? "\(count) \(kind.label)" : nil
        }
        return counts.isEmpty
            ? [] : ["the last import: " + counts.joined(separator: ", ") + "; --remarks lists them"]
    }
}

extension Wholeness {
    fileprivate var words: String {
        switch self {
        case .sealed: "whole: every page is as tenure left it"
        case .unsealed:
            "whole in its structure; the last import was cut off before its checksum, the next one sets it"
        }
    }
}

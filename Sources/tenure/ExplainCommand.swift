import Access
import ArgumentParser
import Reports
import Resolution
import Store

struct ExplainCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: "Tell each way in which a person holds access, why, and until when.",
        discussion: """
              tenure explain ann.lee@contoso.example
              tenure explain "Ann Lee" "Supplier portal"
              tenure explain 0d81fed9-0082-78e8-3cd6-1af17bad8650 --as-of 2026-06-30 --all
            """)

    @OptionGroup var database: DatabaseOption

    @Argument(help: "The person: id, user principal name, mail or name.")
    var person: String

    @Argument(help: "The resource: id or name. Default: all of them.")
    var resource: String?

    @Option(
        help: ArgumentHelp("The moment that is judged. Default: now.", valueName: "moment"),
        transform: Moment.init)
    var asOf: Moment?

    @Flag(help: "Tell what ended or failed, too.")
    var all = false

    func run() throws {
        let store = try TenureDatabase.openForReading(database.path)
        try store.reading { connection in
            let now = Clock.now
            if asOf == nil { ClockNote.tell(try SnapshotList(connection).snapshots, now: now) }
            let state = try ReportState(connection, at: asOf?.instant ?? now, path: database.path)
            let found = try state.persons(matching: person)
            guard found.count == 1 else {
                for one in found.prefix(PersonNotClear.shown) { print(PersonNotClear.line(one)) }
                throw PersonNotClear(text: person, count: found.count)
            }
            let rows = try AccessRows(state).rows(
                of: found[0], AccessSelection(scope: .all, everyStatus: all))
            let shown = try resource.map { try only(rows, about: $0) } ?? rows
            let words = PageWords(try Catalogue().report("access"))
            print(ExplanationText(person: found[0], rows: shown, state: state.asOf, words: words).text)
            try tellMissing(state)
        }
    }

    private func only(_ rows: [AccessRow], about resource: String) throws -> [AccessRow] {
        let wanted = resource.lowercased()
        let about = rows.filter { row in
            row.grant.resource?.id.lowercased() == wanted || row.grant.resource?.name?.lowercased() == wanted
        }
        guard about.isEmpty else { return about }
        throw ValidationError(
            "nothing that this person can reach has the id or name \"\(resource)\""
                + (all ? "" : "; --all looks at what ended, too"))
    }

    /// Without what the rows rest on, "no access" may mean "not imported".
    private func tellMissing(_ state: ReportState) throws {
        let needs = try state.needs(Catalogue().report("access").needs).filter { $0.state != .complete }
        for need in needs { Console.note("incomplete: \(need.name): \(need.detail)") }
        if !needs.isEmpty { throw ExitCode.incomplete }
    }
}

/// Nobody, or more than one, is called so.
struct PersonNotClear: Error, CustomStringConvertible {
    /// So many of the persons are listed.
    static let shown = 20

    let text: String
    let count: Int

    var description: String {
        count == 0
            ? "nobody who holds or is assigned anything has the id, name, mail or UPN \"\(text)\""
            : "\"\(text)\" can be any of \(count) persons"
                + (count > PersonNotClear.shown ? ", these \(PersonNotClear.shown) among them" : "")
                + "; say which by its id"
    }

    static func line(_ person: FoundPerson) -> String {
        [person.id, person.name, person.principalName].compactMap { $0 }.joined(separator: "  ").singleLine
    }
}

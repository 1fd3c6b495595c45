import ArgumentParser
import Reports
import Resolution

/// Whom or what a report is about: parameters that are asked for so often that they have options of their own.
struct SubjectOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Of the reports person and history: whom they are about, by id, UPN, mail or name.",
            valueName: "person"))
    var person: String?

    @Option(
        help: ArgumentHelp(
            "Of the reports resource and history: what they are about, by id or name.", valueName: "resource")
    )
    var resource: String?

    @Option(
        help: ArgumentHelp(
            "Of the report packet: whose packet is written, by id, UPN, mail or name; all for everybody's.",
            valueName: "person|all"))
    var reviewer: String?

    /// By name, as with `--set`.
    var parameters: [String: String] {
        ["person": person, "resource": resource, "reviewer": reviewer].compactMapValues(\.self)
    }
}

/// Tells what a name can mean before the error says that it is not clear.
enum Candidates {
    /// So many are listed.
    static let shown = 20

    static func tell(_ error: any Error) {
        guard case ReportsError.notClear(_, _, _, let candidates) = error else { return }
        for one in candidates.prefix(shown) {
            print([one.id, one.name, one.hint].compactMap(\.self).joined(separator: "  ").singleLine)
        }
    }
}

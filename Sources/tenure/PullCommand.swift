import ArgumentParser
import Foundation
import GraphClient
import GraphImport
import Nightly
import Store

struct PullCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "pull",
        abstract: "Read a tenant through Microsoft Graph into a capture, and import it.",
        discussion: """
            Signs in with the variables of Azure's own tools: AZURE_TENANT_ID and AZURE_CLIENT_ID with \
            AZURE_CLIENT_SECRET, AZURE_CLIENT_CERTIFICATE_PATH (PEM with its key) or AZURE_FEDERATED_TOKEN_FILE; \
            AZURE_AUTHORITY_HOST names another cloud. What it may read is what the application was given: \
            `tenure permissions` lists the least. Nothing is written to the tenant.

              tenure pull --to captures/2026-06-30 --db audit.sqlite
              tenure pull --to captures/2026-06-30 --resume
              tenure pull --to captures/2026-06-30 --no-import
              tenure pull --to captures/2026-07-01 --delta

            The capture holds the answers as they came, without secrets; `tenure import` of it gives the same \
            rows on any machine. An interrupted pull goes on with --resume. Ends with 3 when a collection could \
            not be read whole.

            --delta asks only for what changed of users, groups and applications since the last import into the \
            database. It spares a large tenant most requests; but such a capture says something only on top of \
            those before it, and tells no sign-ins. After seven days, or where Graph no longer knows the link, all \
            is read as with --full.
            """)

    @OptionGroup var database: DatabaseOption
    @OptionGroup var signIn: SignInOptions

    @Option(help: ArgumentHelp("The folder of the capture; it must not be there yet.", valueName: "folder"))
    var to: String

    @Flag(help: "Go on with the interrupted pull whose capture is there.")
    var resume = false

    @Option(
        help: ArgumentHelp(
            "Only these, with what hangs on them, joined by commas, such as users,groups. Default: all.",
            valueName: "paths"))
    var collections: String?

    @Option(
        help: ArgumentHelp(
            "Audit events since this moment only. Default: all that the tenant still has.",
            valueName: "moment"), transform: Moment.init)
    var auditsSince: Moment?

    @Flag(
        help: ArgumentHelp(
            "Read everything, so that the capture stands alone; or only what changed where the database knows since when."
        ))
    var reading = Reading.full

    enum Reading: String, EnumerableFlag {
        case full, delta
    }

    @Flag(help: "Import nothing.")
    var noImport = false

    func run() throws {
        let chosen = try GraphCollections.chosen(
            SignInOptions.names(collections), auditsSince: auditsSince?.exact)
        let known = reading == .delta ? try KnownCollections.read(database.path) : nil
        let summary = try waiting { [signIn, to, resume] in
            let transport = URLSessionTransport()
            defer { transport.close() }
            let tokens = try signIn.tokens(transport)
            let options = PullOptions(
                folder: to, resume: resume, collections: chosen, known: known, tool: "tenure " + Version.text)
            let pull = try await Pull(options, tokens: tokens, transport: transport) { path, items in
                Console.progress("\(path): \(items)")
            }
            return try await pull.run()
        }
        Console.progressDone()
        print(PullText(summary, folder: to).text)
        guard !noImport else {
            if !summary.isComplete { throw ExitCode.incomplete }
            return
        }
        try Importing(
            ImportOptions(paths: [to], now: Clock.now, tool: "tenure " + Version.text),
            database: database.path
        ).run()
    }
}

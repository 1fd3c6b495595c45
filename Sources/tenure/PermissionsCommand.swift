import ArgumentParser
import GraphClient

struct PermissionsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "permissions",
        abstract: "List the least permissions that a pull needs, by collection and to paste.",
        discussion: """
            With --check it signs in as `tenure pull` would and tells which of them the application was not given; \
            then it ends with 3.
            """)

    @OptionGroup var signIn: SignInOptions

    @Option(
        help: ArgumentHelp(
            "Only these collections, joined by commas, such as users,groups. Default: all.",
            valueName: "paths"))
    var collections: String?

    @Flag(help: "Sign in, and tell what is missing.")
    var check = false

    func run() throws {
        let chosen = try GraphCollections.chosen(SignInOptions.names(collections))
        guard check else {
            print(PermissionText(chosen).text)
            return
        }
        let result = try waiting { [signIn] in
            let transport = URLSessionTransport()
            defer { transport.close() }
            return try await PermissionCheck(signIn.tokens(transport), transport: transport).run(chosen)
        }
        for failure in result.refused {
            print("refused: \(failure.path): \(failure.reason)".singleLine)
        }
        for permission in result.missing { print("missing: \(permission.name)") }
        guard result.missing.isEmpty, result.refused.isEmpty else { throw ExitCode.incomplete }
        print("nothing is missing")
    }
}

/// The permissions by collection, and then each once.
struct PermissionText {
    private let collections: [GraphCollection]

    init(_ collections: [GraphCollection]) {
        self.collections = collections
    }

    var text: String {
        let family = collections.flatMap(\.family)
        let width = family.map(\.path.count).max() ?? 0
        let lines = family.map { collection in
            let names = collection.permissions.map(\.name).withoutRepeats.joined(separator: " ")
            return collection.path.padding(to: width) + "  " + names
                + (collection.isForPersons ? " (a person only)" : "")
        }
        let all = Set(family.flatMap(\.permissions)).sorted().map(\.name)
        return (lines + ["", all.joined(separator: " ")]).joined(separator: "\n")
    }
}

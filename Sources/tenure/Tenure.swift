import ArgumentParser

struct Tenure: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tenure",
        abstract: "Tells who has access in Microsoft Entra ID, why and until when.",
        discussion: """
            Exports of Microsoft Graph go in, as one snapshot after the other; reports on any moment since come \
            out. Nothing is sent anywhere.

              tenure import exports/2026-06 --observed-at 2026-06-30T22:00:00Z
              tenure report access --as-of 2026-06-30
              tenure explain ann.lee@contoso.example "Supplier portal"
              tenure status

            Exit codes: 0 done; 1 what was checked is not as it should be; 2 could not run; 3 done, but something is incomplete, and it is said what.
            """,
        version: Version.text,
        subcommands: [
            RunCommand.self, PullCommand.self, PermissionsCommand.self, ImportCommand.self,
            ReportCommand.self,
            ExplainCommand.self, StatusCommand.self,
            PruneCommand.self, MigrateCommand.self, EntitiesCommand.self,
            ViewsCommand.self, SchemaCommand.self,
        ])
}

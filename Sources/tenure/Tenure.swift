import ArgumentParser

@main
struct Tenure: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tenure",
        abstract: "Tells who has access in Microsoft Entra ID, why and until when.",
        version: Version.text,
        subcommands: [ImportCommand.self, ReportCommand.self])
}

import ArgumentParser

struct SchemaCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "schema",
        abstract: "Hold what an import reads against what Microsoft Graph says of itself.",
        subcommands: [CheckSchema.self])
}

import ArgumentParser
import GraphImport

struct EntitiesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "entities",
        abstract: "List the collections and fields that an import reads, as Markdown.")

    func run() {
        print(EntityDocumentation.markdown, terminator: "")
    }
}

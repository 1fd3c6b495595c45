import ArgumentParser

struct ViewsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "views",
        abstract: "List the views that queries on the database and own reports can read, as Markdown.")

    func run() {
        print(ViewDocumentation.markdown, terminator: "")
    }
}

import ArgumentParser
import Reports

struct PageOptions: ParsableArguments {
    @Option(help: ArgumentHelp("A folder with page templates of your own.", valueName: "folder"))
    var templatesDir: String?

    @Option(help: ArgumentHelp("The pages' texts in another language.", valueName: "file"))
    var texts: String?

    @Option(help: ArgumentHelp("Name, logo, colour and footer of the pages.", valueName: "file"))
    var brand: String?

    /// - Throws: `ReportsError` for a file that cannot be read or understood.
    func templates() throws -> Templates {
        let templates = Templates(templatesFolder: templatesDir, textsFile: texts, brandFile: brand)
        try templates.check()
        return templates
    }
}

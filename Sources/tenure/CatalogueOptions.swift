import ArgumentParser
import Reports

struct CatalogueOptions: ParsableArguments {
    @Option(help: ArgumentHelp("A folder with reports of your own.", valueName: "folder"))
    var reportsDir: String?

    var reports: Catalogue {
        Catalogue(reportsFolder: reportsDir)
    }
}

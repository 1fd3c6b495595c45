import ArgumentParser
import Foundation
import Reports

struct CatalogueOptions: ParsableArguments {
    @Option(help: ArgumentHelp("A folder with reports of your own.", valueName: "folder"))
    var reportsDir: String?

    var reports: Catalogue {
        Catalogue(reportsFolder: reportsDir)
    }

    func validate() throws {
        guard let reportsDir else { return }
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: reportsDir, isDirectory: &isFolder), isFolder.boolValue
        else { throw ValidationError("--reports-dir \(reportsDir): no such folder") }
    }
}

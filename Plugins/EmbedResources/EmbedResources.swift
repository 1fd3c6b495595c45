import Foundation
import PackagePlugin

/// Compiles the files of `reports/` and `templates/` into the module.
///
/// SwiftPM only watches what lies inside a target's folder: `Catalogue` holds symlinks to the top-level
/// folders, so that adding, editing or removing a file makes the module anew.
@main
struct EmbedResources: BuildToolPlugin {
    func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
        let catalogue = target.directoryURL.appending(path: "Catalogue")
        let inputs = try ["reports", "templates"].flatMap { try files(in: catalogue.appending(path: $0)) }
        let output = context.pluginWorkDirectoryURL.appending(path: "EmbeddedFiles.swift")
        return [
            .buildCommand(
                displayName: "Embedding reports and templates",
                executable: try context.tool(named: "EmbedTool").url,
                arguments: [output.path] + inputs.map(\.path),
                inputFiles: inputs,
                outputFiles: [output])
        ]
    }

    /// By name; what editors leave behind (hidden files, backups) is no resource.
    private func files(in folder: URL) throws -> [URL] {
        try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
            .filter { name in ["yaml", "mustache", "css", "js"].contains { name.hasSuffix("." + $0) } }
            .filter { !$0.hasPrefix(".") }
            .map { folder.appending(path: $0) }
    }
}

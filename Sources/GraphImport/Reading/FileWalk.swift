import Foundation
import Model

/// A file that may hold an export.
struct InputFile: Sendable {
    /// As named by the user, for messages.
    let path: String
    /// The folders and the name, relative to what the user named.
    let components: [String]
    let modifiedAt: Instant

    var folder: String { components.dropLast().joined(separator: "/") }
}

/// Lists the files below the paths that a user names, in the order of code points.
enum FileWalk {
    static func files(below paths: [String]) throws -> [InputFile] {
        var files: [InputFile] = []
        for path in paths {
            let url = URL(fileURLWithPath: path)
            var isFolder: ObjCBool = false
            guard FileManager.default.fileExists(atPath: url.path, isDirectory: &isFolder) else {
                throw ImportError.noSuchPath(path)
            }
            if isFolder.boolValue {
                files += try walk(url, named: path)
            } else {
                files.append(try file(url, path: path, components: url.pathComponents))
            }
        }
        guard !files.isEmpty else { throw ImportError.noFiles(paths.joined(separator: ", ")) }
        return files.sorted { CodePointOrder.precedes($0.path, $1.path) }
    }

    private static func walk(_ root: URL, named name: String) throws -> [InputFile] {
        let depth = root.standardizedFileURL.pathComponents.count
        let keys: [URLResourceKey] = [.isRegularFileKey, .contentModificationDateKey]
        guard
            let walker = FileManager.default.enumerator(
                at: root.standardizedFileURL, includingPropertiesForKeys: keys, options: [.skipsHiddenFiles])
        else { throw ImportError.noSuchPath(name) }
        var files: [InputFile] = []
        for case let url as URL in walker {
            guard try url.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile == true else { continue }
            let below = Array(url.pathComponents.dropFirst(depth))
            let base = name.hasSuffix("/") ? String(name.dropLast()) : name
            files.append(
                try file(
                    url, path: base + "/" + below.joined(separator: "/"),
                    components: root.standardizedFileURL.pathComponents + below))
        }
        return files
    }

    private static func file(_ url: URL, path: String, components: [String]) throws -> InputFile {
        let date = try url.resourceValues(forKeys: [.contentModificationDateKey]).contentModificationDate
        let seconds = date?.timeIntervalSince1970 ?? 0
        return InputFile(
            path: path, components: components,
            modifiedAt: Instant(ticks: Int64(seconds) * Instant.ticksPerSecond))
    }
}

import Foundation

/// Files by name from one of three places: a folder of the user, `share/tenure` beside the program, or what
/// is compiled in. A name is taken from the first place that has it.
struct ResourceFolder: Sendable {
    /// `reports` or `templates`.
    let kind: String
    /// First those of the user, then the installed ones.
    let folders: [String]

    init(kind: String, own: String?) {
        self.kind = kind
        folders = [own, ResourceFolder.installed(kind)].compactMap(\.self)
    }

    /// A file and where it is said to lie, for errors.
    struct Resource {
        let place: String
        let text: String

        init(place: String, text: String) {
            self.place = place
            self.text = text
        }

        /// Reads it.
        init(path: String) throws(ReportsError) {
            do {
                self.init(place: path, text: try String(contentsOfFile: path, encoding: .utf8))
            } catch {
                let isThere = FileManager.default.fileExists(atPath: path)
                throw .unreadable(
                    path: path, problem: isThere ? "no text in UTF-8 that can be read" : "no such file")
            }
        }
    }

    /// The names with this ending, without it, sorted.
    func names(ending: String) throws(ReportsError) -> [String] {
        let embedded = EmbeddedFiles.all.keys.filter { $0.hasPrefix(kind + "/") }
        var names = Set(embedded.map { String($0.dropFirst(kind.count + 1)) })
        for folder in folders { names.formUnion(try ResourceFolder.list(folder)) }
        return names.filter { $0.hasSuffix("." + ending) && !$0.hasPrefix(".") }
            .map { String($0.dropLast(ending.count + 1)) }
            .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    /// The file of this name; nil where no place has it.
    func file(_ name: String) throws(ReportsError) -> Resource? {
        for folder in folders {
            let path = folder + "/" + name
            guard FileManager.default.fileExists(atPath: path) else { continue }
            return try Resource(path: path)
        }
        return EmbeddedFiles.all[kind + "/" + name].map { Resource(place: kind + "/" + name, text: $0) }
    }

    private static func list(_ folder: String) throws(ReportsError) -> [String] {
        do {
            return try FileManager.default.contentsOfDirectory(atPath: folder)
        } catch {
            throw .unreadable(path: folder, problem: "no folder that can be read")
        }
    }

    /// `share/tenure/<kind>` beside the program or beside the folder it lies in; nil where there is none.
    private static func installed(_ kind: String) -> String? {
        // Without /proc only what is compiled in can be found.
        guard let program = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
        else { return nil }
        let beside = URL(fileURLWithPath: program).deletingLastPathComponent()
        return [beside, beside.deletingLastPathComponent()]
            .map { $0.appending(path: "share/tenure/" + kind).path }
            .first { FileManager.default.fileExists(atPath: $0) }
    }
}

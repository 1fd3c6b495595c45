import Foundation
import GraphImport
public import Reports

extension NightlyConfig {
    /// What is wrong with the file: all of it, in the order of the file.
    public struct Faulty: Error {
        public let faults: [ReportsError]
    }

    /// Reads and checks a configuration. Nothing is begun and nothing is written.
    ///
    /// - Throws: `Faulty`, `ReportsError.unreadable`.
    public init(path: String) throws {
        let text: String
        do {
            text = try String(contentsOfFile: path, encoding: .utf8)
        } catch {
            let isThere = FileManager.default.fileExists(atPath: path)
            throw ReportsError.unreadable(
                path: path, problem: isThere ? "no text in UTF-8 that can be read" : "no such file")
        }
        let faults = ConfigFaults()
        guard
            let reader = faults.trying({ () throws(ReportsError) in try YAMLReader(text, file: path) })
        else { throw Faulty(faults: faults.sorted(with: [])) }
        let secrets = SecretSearch.faults(reader, named: PullSource.keys)
        let config = NightlyConfig(reader, path: path, faults)
        let all = faults.sorted(with: secrets)
        guard all.isEmpty, let config else { throw Faulty(faults: all) }
        self = config
    }

    private init?(_ reader: YAMLReader, path: String, _ faults: ConfigFaults) {
        let top = ConfigSection(
            reader,
            keys: [
                "database", "sources", "packs", "reports", "accept", "hooks", "keepCaptures", "metrics",
            ],
            faults: faults,
            folder: URL(fileURLWithPath: path).deletingLastPathComponent())
        let database = top.need("database") { (place) throws(ReportsError) in try place.file(top) }
        let sources = Self.sources(top)
        let packs = PackSettings(top)
        let accepted = top.list("accept") { place in
            faults.trying { () throws(ReportsError) in try place.entity() }
        }
        let hooks = top.list("hooks") { Hook($0, top) }
        let kept = top.read("keepCaptures") { (place) throws(ReportsError) in try place.retention() }
        let metrics = top.read("metrics") { (place) throws(ReportsError) in try place.metricsFile(top) }
        Self.checkFolders(sources ?? [], packs, top)
        guard let database, let sources, let packs, let accepted, let hooks else { return nil }
        self.init(
            path: path, database: database, sources: sources, packs: packs, accepted: Set(accepted),
            hooks: hooks, keptCaptures: kept, metrics: metrics)
    }

    private static func sources(_ top: ConfigSection) -> [Source]? {
        guard top.need("sources", { (place) throws(ReportsError) in try place.items() })?.isEmpty != true
        else {
            if let place = top.reader.optional("sources") { top.faults.add(place.error("it is empty")) }
            return nil
        }
        return top.list("sources") { item in
            let section = top.section(item, keys: ["pull", "import"])
            switch (item.optional("pull"), item.optional("import")) {
            case (let pull?, nil): return PullSource(pull, section).map(Source.pull)
            case (nil, let paths?): return ImportSource(paths, section).map(Source.import)
            default:
                top.faults.add(item.error("a source is either \"pull\" or \"import\""))
                return nil
            }
        }
    }

    /// Each kind of folder by date has a folder of its own: what is in it is known by its name.
    private static func checkFolders(_ sources: [Source], _ packs: PackSettings?, _ top: ConfigSection) {
        var known = Set([packs?.folder].compactMap(\.self))
        for case .pull(let pull) in sources where !known.insert(pull.folder).inserted {
            top.faults.add(
                (top.reader.optional("sources") ?? top.reader).error(
                    "each pull needs a folder of its own for its captures, and packs need another"))
        }
    }
}

extension YAMLReader {
    /// A file that can be written, with the folders above it made where they are missing.
    func file(_ section: ConfigSection) throws(ReportsError) -> String {
        let path = section.path(of: try text())
        var isFolder: ObjCBool = false
        if FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) {
            guard !isFolder.boolValue else { throw error("it is a folder") }
        }
        try checkWritable(path.parent)
        return path
    }

    /// A folder that can be written to, or made.
    func folder(_ section: ConfigSection) throws(ReportsError) -> String {
        let path = section.path(of: try text())
        try checkWritable(path)
        return path
    }

    fileprivate func metricsFile(_ section: ConfigSection) throws(ReportsError) -> String {
        let path = try file(section)
        guard path.hasSuffix(".prom") else {
            throw error("the collector reads files whose names end with .prom")
        }
        guard FileManager.default.fileExists(atPath: path.parent) else {
            throw error(
                "its folder is not there; the one of node_exporter's --collector.textfile.directory is")
        }
        return path
    }

    fileprivate func entity() throws(ReportsError) -> String {
        let name = try text()
        guard EntityDocumentation.names.contains(name) else {
            throw error("nothing that is imported is called so; `tenure entities` lists what is")
        }
        return name
    }

    /// The folder, or the nearest above it that is there.
    private func checkWritable(_ folder: String) throws(ReportsError) {
        var nearest = folder
        while !FileManager.default.fileExists(atPath: nearest), nearest != nearest.parent {
            nearest = nearest.parent
        }
        var isFolder: ObjCBool = false
        _ = FileManager.default.fileExists(atPath: nearest, isDirectory: &isFolder)
        guard isFolder.boolValue else { throw error("\(nearest) is no folder") }
        guard access(nearest, W_OK | X_OK) == 0 else { throw error("\(nearest) cannot be written to") }
    }
}

extension String {
    var parent: String {
        let folder = URL(fileURLWithPath: self).deletingLastPathComponent().path
        return folder.isEmpty ? "/" : folder
    }
}

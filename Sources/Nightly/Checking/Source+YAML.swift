import Foundation
import GraphClient
import GraphImport
import Model
import Reports

extension PullSource {
    static let keys = [
        "to", "tenant", "client", "signIn", "secretFile", "certificateFile", "tokenFile", "authority",
        "graph",
        "collections", "audits", "delta",
    ]

    /// What Azure's own tools call what the keys say.
    private static let variables = [
        "tenant": "AZURE_TENANT_ID", "client": "AZURE_CLIENT_ID", "authority": "AZURE_AUTHORITY_HOST",
        "certificateFile": "AZURE_CLIENT_CERTIFICATE_PATH", "tokenFile": "AZURE_FEDERATED_TOKEN_FILE",
    ]

    /// The key of the file that a way of signing in needs.
    private static let files: [(key: String, method: Credential.Method)] = [
        ("secretFile", .secret), ("certificateFile", .certificate), ("tokenFile", .workload),
    ]

    init?(_ place: YAMLReader, _ parent: ConfigSection) {
        let section = parent.section(place, keys: PullSource.keys)
        let folder = section.need("to") { (place) throws(ReportsError) in try place.folder(section) }
        let signIn = PullSource.signIn(section)
        let audits = section.read("audits") { (place) throws(ReportsError) in try place.duration() }
        let delta = section.read("delta") { (place) throws(ReportsError) in try place.flag() }
        let collections = section.list("collections") { item in
            section.faults.trying { () throws(ReportsError) in try item.collection() }
        }
        var variables: [String: String] = [:]
        for (key, name) in PullSource.variables {
            variables[name] = key.hasSuffix("File") ? section.path(key) : section.text(key)
        }
        PullSource.checkAddresses(variables, section)
        PullSource.checkFiles(section)
        guard let folder, let signIn, let collections else { return nil }
        self.init(
            folder: folder, collections: collections.isEmpty ? nil : collections, audits: audits,
            followsChanges: delta ?? false, signIn: signIn,
            variables: variables, graph: section.text("graph"), secretFile: section.path("secretFile"))
    }

    /// As said, else by the file that is named.
    private static func signIn(_ section: ConfigSection) -> Credential.Method? {
        let named = files.filter { section.reader.optional($0.key) != nil }
        if named.count > 1 {
            section.faults.add(
                section.reader.error(
                    "one way to sign in, please: there are " + named.map(\.key).joined(separator: " and ")))
        }
        guard section.reader.optional("signIn") != nil else { return named.first?.method ?? .auto }
        return section.read("signIn") { (place) throws(ReportsError) in
            let method = try place.choice(Credential.Method.self)
            guard method != .deviceCode else { throw place.error("nobody is there at night to type a code") }
            if let other = named.first, other.method != method, method != .auto {
                throw place.error("\(method.rawValue) has no use for \(other.key)")
            }
            return method
        }
    }

    private static func checkAddresses(_ variables: [String: String], _ section: ConfigSection) {
        do {
            _ = try Cloud(authority: variables["AZURE_AUTHORITY_HOST"], graph: section.text("graph"))
        } catch {
            let place = section.reader.optional("graph") ?? section.reader.optional("authority")
            section.faults.add((place ?? section.reader).error("\(error)"))
        }
    }

    private static func checkFiles(_ section: ConfigSection) {
        func check(_ key: String, _ body: (String) throws -> Void) {
            guard let place = section.reader.optional(key), let path = section.path(key) else { return }
            do { try body(path) } catch { section.faults.add(place.error("\(error)")) }
        }
        check("secretFile") { _ = try SecretFile($0).secret() }
        check("certificateFile") { path in
            try SecretFile(path).checkOwner()
            _ = try ClientCertificate(path: path)
        }
        check("tokenFile") { path in
            guard access(path, R_OK) == 0 else { throw SecretFileError.unreadable }
        }
    }
}

extension ImportSource {
    /// One path, a list of paths, or a mapping that says how lists are to be taken, too.
    init?(_ place: YAMLReader, _ parent: ConfigSection) {
        guard place.isText || !place.isMapping else {
            let section = parent.section(place, keys: ["paths", "take"])
            let paths = section.list("paths") { $0.existing(section) }
            let take = section.read("take") { (place) throws(ReportsError) in try place.choice(Taking.self) }
            if paths?.isEmpty == true { section.faults.add(place.error("the key \"paths\" is missing")) }
            guard let paths, !paths.isEmpty else { return nil }
            self.init(paths: paths, completeness: (take ?? .asTold).completeness)
            return
        }
        let items = place.isText ? [place] : place.children.map(\.place)
        let paths = items.compactMap { $0.existing(parent) }
        guard paths.count == items.count, !paths.isEmpty else { return nil }
        self.init(paths: paths, completeness: .asTold)
    }

    private enum Taking: String, CaseIterable {
        case asTold, complete, partial

        var completeness: ImportOptions.Completeness {
            switch self {
            case .asTold: .asTold
            case .complete: .complete
            case .partial: .partial
            }
        }
    }
}

extension YAMLReader {
    /// A path that is there; nil where it is not, which is noted.
    fileprivate func existing(_ section: ConfigSection) -> String? {
        section.faults.trying { () throws(ReportsError) in
            let path = section.path(of: try text())
            guard FileManager.default.fileExists(atPath: path) else {
                throw error("there is no such file or folder")
            }
            return path
        }
    }

    fileprivate func collection() throws(ReportsError) -> String {
        let name = try text()
        do {
            _ = try GraphCollections.chosen([name])
        } catch {
            throw self.error("\(error)")
        }
        return name
    }
}

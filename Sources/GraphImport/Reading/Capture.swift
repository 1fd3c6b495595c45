import Archives
import JSONText
import Model
import Store

/// What `capture.json` says of the files below its folder: when they were observed, and what is not whole.
struct Capture {
    /// A collection that is not whole, by its request path.
    struct Gap {
        let path: String
        let reason: String
    }

    /// What a collection's pages of changes follow, and what follows them.
    struct Round {
        /// The request path of the collection.
        let path: String
        /// The link with which the changes begin; nil where the whole collection is in the capture.
        let from: String?
        /// The link to what changes later.
        var to: String?
        /// How many objects there are, where Graph told.
        let count: Int?
        /// The relations whose changes come along, such as members.
        let relations: Set<String>
    }

    /// Of the folder of the capture, as in `InputFile.components`.
    let folder: [String]
    /// `capture.json`, for messages.
    let place: String
    let observedAt: Instant?
    let isFinished: Bool
    private(set) var gaps: [Gap] = []
    let rounds: [Round]
    /// Objects that were listed and are gone, by their request paths.
    let gone: [String]
    /// Collections that could not be read at all by whoever signed in, with the reason.
    let unreadable: [Gap]

    static let name = "capture.json"
    /// What is beside it while a pull is not finished.
    static let journalName = "requests.jsonl"
    private static let format = "tenure capture 1"

    /// - Returns: nil when the file is no manifest of a capture.
    init?(_ file: InputFile, files: [InputFile]) {
        folder = file.place.components()
        place = file.path
        var (moment, finished, isCapture) = (Instant?.none, false, false)
        var gaps: [Gap] = []
        var rounds: [Round] = []
        var gone: Set<String> = []
        var unreadable: [Gap] = []
        var wanted: [(file: String, path: String, size: Int)] = []
        do {
            let json = JSONFile(path: file.path)
            let manifest = try file.packed?.bytes()
            func read(_ body: (JSONDocument) throws -> Void) throws {
                if let manifest { try json.read(bytes: manifest.bytes, body) } else { try json.read(body) }
            }
            try read { document in
                try document.forEachItem { item in
                    isCapture = item.value.text("format") == Capture.format
                    moment = item.value.text("observedAt").flatMap(Instant.init)
                    finished = item.value.member("isFinished")?.bool ?? false
                    gaps = Capture.gaps(item.value)
                    rounds = Capture.rounds(item.value)
                    gone = Capture.gone(item.value)
                    unreadable = Capture.unreadable(item.value)
                    wanted = Capture.files(item.value)
                }
            }
        } catch {
            return nil
        }
        guard isCapture else { return nil }
        observedAt = moment
        isFinished = finished
        self.rounds = rounds
        self.gone = gone.sorted()
        self.unreadable = unreadable
        self.gaps = gaps + Capture.missing(wanted, below: folder, in: files)
        if !finished {
            self.gaps.append(
                Gap(path: "", reason: "the pull was interrupted; `tenure pull --resume` goes on with it"))
        }
    }

    private static func gaps(_ manifest: JSONValue) -> [Gap] {
        var gaps: [Gap] = []
        manifest.member("collections")?.forEachElement { collection in
            collection.member("incomplete")?.forEachElement { gap in
                gaps.append(Gap(path: gap.text("path") ?? "", reason: gap.text("reason") ?? ""))
            }
        }
        return gaps
    }

    private static func gone(_ manifest: JSONValue) -> Set<String> {
        var gone: Set<String> = []
        manifest.member("collections")?.forEachElement { collection in
            collection.member("gone")?.forEachElement { if let path = $0.string { gone.insert(path) } }
        }
        return gone
    }

    private static func unreadable(_ manifest: JSONValue) -> [Gap] {
        var unreadable: [Gap] = []
        manifest.member("collections")?.forEachElement { collection in
            guard collection.member("isReadable")?.bool == false else { return }
            unreadable.append(
                Gap(path: collection.text("path") ?? "", reason: collection.text("lacks") ?? ""))
        }
        return unreadable
    }

    private static func rounds(_ manifest: JSONValue) -> [Round] {
        var rounds: [Round] = []
        manifest.member("collections")?.forEachElement { collection in
            guard let delta = collection.member("delta"), let path = collection.text("path") else { return }
            var relations: Set<String> = []
            delta.member("relations")?.forEachElement { if let name = $0.string { relations.insert(name) } }
            rounds.append(
                Round(
                    path: path, from: delta.text("from"), to: delta.text("to"),
                    count: collection.member("count")?.int, relations: relations))
        }
        return rounds
    }

    private static func files(_ manifest: JSONValue) -> [(file: String, path: String, size: Int)] {
        var files: [(file: String, path: String, size: Int)] = []
        manifest.member("requests")?.forEachElement { request in
            guard let file = request.text("file"), let path = request.text("path") else { return }
            files.append((file, path, request.member("bytes")?.int ?? 0))
        }
        return files
    }

    /// Files that the capture had, and that are no longer there as they were.
    private static func missing(
        _ wanted: [(file: String, path: String, size: Int)], below folder: [String], in files: [InputFile]
    ) -> [Gap] {
        let prefix = folder.joined(separator: "/") + "/"
        var sizes: [String: Int] = [:]
        for file in files {
            let name = file.components.joined(separator: "/")
            if name.hasPrefix(prefix) { sizes[String(name.dropFirst(prefix.count))] = file.size }
        }
        return wanted.compactMap { wanted in
            guard let size = sizes[wanted.file] else {
                return Gap(path: wanted.path, reason: "\(wanted.file) is missing")
            }
            guard size != wanted.size else { return nil }
            return Gap(
                path: wanted.path,
                reason: "\(wanted.file) has \(size) bytes, when it was pulled it had \(wanted.size)")
        }
    }
}

/// The captures among the files of an import.
struct CaptureSet {
    let captures: [Capture]
    /// The other files: exports, and the bodies of the captures.
    let files: [InputFile]

    init(_ files: [InputFile]) {
        let captures = files.filter { $0.name == Capture.name }.compactMap {
            Capture($0, files: files)
        }
        self.captures = captures
        let own = Set(
            captures.flatMap { capture in
                [Capture.name, Capture.journalName].map { capture.folder + [$0] }
            })
        self.files = own.isEmpty ? files : files.filter { !own.contains($0.components) }
    }

    var observedAt: Instant? { captures.compactMap(\.observedAt).max() }
    var isFinished: Bool { captures.allSatisfy(\.isFinished) }
}

import Crypto
import Foundation
import Model

/// The folder of one pull: bodies under their request paths, the journal, at the end `capture.json`.
actor CaptureFolder {
    let path: String
    private let journal: CaptureJournal
    private var manifest: CaptureManifest
    private let encoder = JSONEncoder()
    /// A body is at most so large, unpacked.
    private static let largestBody = 1 << 30
    /// Where files are written before they are moved to their place.
    private static let workName = ".writing"

    /// Begins a capture in a folder that is empty or not yet there, or goes on with one.
    ///
    /// - Throws: `GraphClientError`.
    init(_ path: String, beginning manifest: CaptureManifest, resume: Bool) throws {
        self.path = path
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let files = FileManager.default
        let known = try? JSONDecoder().decode(
            CaptureManifest.self,
            from: Data(contentsOf: URL(fileURLWithPath: path + "/" + CaptureManifest.name)))
        if resume {
            guard let known, known.format == CaptureManifest.formatName else {
                throw GraphClientError.noCapture(path)
            }
            guard !known.isFinished else { throw GraphClientError.captureIsFinished(path) }
            if let was = known.tenant, let now = manifest.tenant, was != now {
                throw GraphClientError.captureOfOtherTenant(known: was, wanted: now)
            }
            guard known.followsChanges == manifest.followsChanges else {
                throw GraphClientError.captureFollowsChanges(path, known.followsChanges ?? false)
            }
            self.manifest = known
        } else {
            let names = (try? files.contentsOfDirectory(atPath: path)) ?? []
            guard names.isEmpty else { throw GraphClientError.captureExists(path) }
            self.manifest = manifest
        }
        do {
            try? files.removeItem(atPath: path + "/" + Self.workName)
            try files.createDirectory(
                atPath: path + "/" + Self.workName, withIntermediateDirectories: true,
                attributes: [.posixPermissions: 0o700])
            try files.setAttributes([.posixPermissions: 0o700], ofItemAtPath: path)
        } catch {
            throw GraphClientError.cannotWrite(path, "the folder cannot be made")
        }
        journal = try CaptureJournal(path + "/" + CaptureJournal.name)
        if !resume { try Self.write(encoder.encode(self.manifest), to: CaptureManifest.name, below: path) }
    }

    /// The moment for which the capture speaks.
    var observedAt: Instant? { Instant(manifest.observedAt) }

    /// Where a page is kept. Changes lie beside the collection (`users-delta-0001.json.gz`), so that they come before
    /// what hangs on its objects.
    static func file(_ path: String, page: Int, isPaged: Bool) -> String {
        let number = String(page)
        let padded = String(repeating: "0", count: max(0, 4 - number.count)) + number
        let path = path.hasSuffix("/delta") ? path.dropLast("/delta".count) + "-delta" : path[...]
        return isPaged ? "\(path)-\(padded).json.gz" : "\(path).json.gz"
    }

    /// A page that an earlier run got from this address; nil when there is none, or it is not whole. Then what comes
    /// behind it is given up, too.
    func kept(_ path: String, page: Int, isPaged: Bool, url: String) throws -> Data? {
        let file = Self.file(path, page: page, isPaged: isPaged)
        guard let request = journal.kept[file] else { return nil }
        if request.url == url,
            let packed = try? Data(contentsOf: URL(fileURLWithPath: self.path + "/" + file)),
            Self.hash(packed) == request.sha256,
            let body = Gzip.decompress(packed, limit: Self.largestBody)
        {
            return body
        }
        var files = [file]
        while isPaged {
            let next = Self.file(path, page: page + files.count, isPaged: true)
            guard journal.kept[next] != nil else { break }
            files.append(next)
        }
        try discard(files)
        return nil
    }

    /// A body that this capture holds.
    func body(_ file: String) -> Data? {
        guard journal.kept[file] != nil,
            let packed = try? Data(contentsOf: URL(fileURLWithPath: path + "/" + file))
        else { return nil }
        return Gzip.decompress(packed, limit: Self.largestBody)
    }

    /// Writes a body, its secrets removed, and then notes it.
    func keep(_ answer: GraphAnswer, as file: String, url: String, path: String) throws {
        let body = GraphBody(answer.body)
        let packed = Gzip.compress(Scrubber.scrubbed(answer.body))
        try Self.write(packed, to: file, below: self.path)
        try journal.add(
            CaptureRequest(
                url: url, path: path, status: answer.status, time: answer.at.description,
                attempts: answer.attempts, requestId: answer.requestId, file: file, bytes: packed.count,
                sha256: Self.hash(packed), items: body?.items?.count, count: body?.count))
    }

    /// Notes a request that failed.
    func note(_ failure: GraphFailure, url: String, path: String, at: Instant) throws {
        try journal.add(
            CaptureRequest(
                url: url, path: path, status: failure.status, time: at.description,
                attempts: failure.attempts, requestId: failure.requestId, error: failure.words))
    }

    /// Gives up what was read of a collection that begins again.
    func discard(_ files: [String]) throws {
        try journal.discard(files)
        for file in files { try? FileManager.default.removeItem(atPath: self.path + "/" + file) }
    }

    /// Writes `capture.json` as a whole, its requests one by one, and takes the journal away.
    func finish(_ collections: [CaptureManifest.Collection], token: AccessToken.Claims?, at moment: Instant)
        throws
    {
        manifest.collections = collections
        manifest.isFinished = true
        manifest.finishedAt = moment.description
        manifest.tenant = token?.tenant ?? manifest.tenant
        manifest.application = token?.application ?? manifest.application
        manifest.permissions = token?.permissions
        let work = path + "/" + Self.workName + "/" + CaptureManifest.name
        do {
            try Data().write(to: URL(fileURLWithPath: work))
            try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: work)
            let handle = try FileHandle(forWritingTo: URL(fileURLWithPath: work))
            defer { try? handle.close() }
            // The last brace makes room for the requests.
            try handle.write(contentsOf: encoder.encode(manifest).dropLast() + Data(",\"requests\":[".utf8))
            var separator = "\n"
            try journal.walk { request in
                try handle.write(contentsOf: Data(separator.utf8) + encoder.encode(request))
                separator = ",\n"
            }
            try handle.write(contentsOf: Data("\n]}\n".utf8))
            try handle.synchronize()
        } catch {
            throw GraphClientError.cannotWrite(path + "/" + CaptureManifest.name, "is the disk full?")
        }
        guard rename(work, path + "/" + CaptureManifest.name) == 0 else {
            throw GraphClientError.cannotWrite(
                path + "/" + CaptureManifest.name, "cannot be put in its place")
        }
        unlink(path + "/" + CaptureJournal.name)
        try? FileManager.default.removeItem(atPath: path + "/" + Self.workName)
    }

    private static func hash(_ data: Data) -> String {
        SHA256.hash(data: data).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }

    /// Writes beside, then moves: a file is there wholly or not at all.
    private static func write(_ data: Data, to file: String, below root: String) throws {
        let target = root + "/" + file
        let work = root + "/" + workName + "/" + UUID().uuidString
        let folder = URL(fileURLWithPath: target).deletingLastPathComponent().path
        do {
            try FileManager.default.createDirectory(
                atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
            guard
                FileManager.default.createFile(
                    atPath: work, contents: data, attributes: [.posixPermissions: 0o600]),
                rename(work, target) == 0
            else { throw GraphClientError.cannotWrite(target, "is the disk full?") }
        } catch let error as GraphClientError {
            throw error
        } catch {
            throw GraphClientError.cannotWrite(folder, "the folder cannot be made")
        }
    }
}

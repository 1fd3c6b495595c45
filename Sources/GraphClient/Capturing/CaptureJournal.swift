import Crypto
import Foundation

/// One request of a pull and what became of it.
struct CaptureRequest: Codable, Sendable {
    var url: String
    /// The collection's request path.
    var path: String
    /// HTTP status; 0 where there was no answer.
    var status: Int
    var time: String
    var attempts: Int
    var requestId: String?
    /// The file with the body, within the capture.
    var file: String?
    /// Of the file.
    var bytes: Int?
    var sha256: String?
    var items: Int?
    /// `@odata.count`, as it came.
    var count: Int?
    /// What failed; nil where nothing did.
    var error: String?
    /// Whether what it gave was given up later: its collection began again.
    var isDiscarded: Bool?
}

/// What a pull has done so far, one line a request, written as it goes. A killed pull goes on from it.
final class CaptureJournal {
    private let handle: FileHandle
    private let path: String
    private let encoder = JSONEncoder()
    /// What is there, by file.
    private(set) var kept: [String: CaptureRequest] = [:]

    static let name = "requests.jsonl"

    private struct Line: Codable {
        var request: CaptureRequest?
        /// Files that were given up.
        var discarded: [String]?
    }

    /// Opens the journal, or begins one, and locks it.
    ///
    /// - Throws: `GraphClientError`.
    init(_ path: String) throws {
        self.path = path
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard descriptor >= 0 else {
            throw GraphClientError.cannotWrite(path, String(cString: strerror(errno)).lowercased())
        }
        handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else { throw GraphClientError.captureInUse(path) }
        try load()
    }

    /// Takes over what whole lines say; a last one that was cut off is dropped.
    private func load() throws {
        var end: UInt64 = 0
        let data = (try? handle.readToEnd()) ?? Data()
        for line in data.split(separator: 0x0A, omittingEmptySubsequences: false) {
            guard line.endIndex < data.endIndex else { break }
            end = UInt64(line.endIndex - data.startIndex) + 1
            guard let line = try? JSONDecoder().decode(Line.self, from: line) else { continue }
            note(line)
        }
        do {
            try handle.truncate(atOffset: end)
            try handle.seekToEnd()
        } catch {
            throw GraphClientError.cannotWrite(path, "\(error.localizedDescription)")
        }
    }

    private func note(_ line: Line) {
        if let request = line.request, let file = request.file { kept[file] = request }
        for file in line.discarded ?? [] { kept[file] = nil }
    }

    func add(_ request: CaptureRequest) throws {
        try add(Line(request: request))
    }

    /// These files no longer count.
    func discard(_ files: [String]) throws {
        try add(Line(discarded: files))
    }

    private func add(_ line: Line) throws {
        note(line)
        do {
            try handle.write(contentsOf: encoder.encode(line) + Data("\n".utf8))
        } catch {
            throw GraphClientError.cannotWrite(path, "is the disk full?")
        }
    }

    /// Hands out all requests in the order in which they were done, one by one.
    func walk(_ body: (CaptureRequest) throws -> Void) throws {
        let text = try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
        defer { try? text.close() }
        var rest = Data()
        while let piece = try text.read(upToCount: 1 << 20), !piece.isEmpty {
            rest.append(piece)
            while let end = rest.firstIndex(of: 0x0A) {
                let line = try? JSONDecoder().decode(Line.self, from: rest[rest.startIndex..<end])
                rest.removeSubrange(rest.startIndex...end)
                guard var request = line?.request else { continue }
                if let file = request.file,
                    kept[file].map({ $0.time != request.time || $0.url != request.url }) ?? true
                {
                    request.file = nil
                    request.isDiscarded = true
                }
                try body(request)
            }
        }
    }
}

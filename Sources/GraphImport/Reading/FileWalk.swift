import Foundation
import Model
import Store
import Synchronization

/// Lists the files below the paths that a user names, in the order of code points, each once; and what is there
/// besides and is not read.
struct FileWalk: Sendable {
    private(set) var files: [InputFile] = []
    private(set) var remarks: [Remark] = []

    init(below paths: [String]) throws {
        var walks: [Named] = []
        for path in paths { walks.append(try Named(path)) }
        if walks.count == 1 {
            (files, remarks) = (walks[0].files, walks[0].remarks)
        } else {
            takeEachOnce(walks)
        }
        guard !files.isEmpty else { throw ImportError.noFiles(paths.joined(separator: ", ")) }
        remarks.sort { CodePointOrder.precedes($0.place, $1.place) }
    }

    /// What lies below two of the paths counts where it is met first.
    private mutating func takeEachOnce(_ walks: [Named]) {
        var seen: Set<String> = []
        for walk in walks {
            files += walk.files.filter { seen.insert(walk.real($0.path)).inserted }
            remarks += walk.remarks.filter { seen.insert(walk.real($0.place)).inserted }
        }
        files.sort { CodePointOrder.precedes($0.path, $1.path) }
    }

    /// What was found at and below one path.
    private struct Named {
        private(set) var files: [InputFile] = []
        private(set) var remarks: [Remark] = []
        private let path: String
        private let realPath: String

        init(_ named: String) throws {
            guard let kind = FileKind(following: named) else { throw ImportError.noSuchPath(named) }
            let url = URL(fileURLWithPath: named).standardizedFileURL
            path = named.count > 1 && named.hasSuffix("/") ? String(named.dropLast()) : named
            realPath = url.resolvingSymlinksInPath().path
            var walk = FolderWalk()
            let front = Named.front(
                FolderWalk.Entry(path: path, components: url.pathComponents, kind: kind), &walk)
            remarks = walk.remarks
            for walk in Named.walks(front) {
                files += walk.files
                remarks += walk.remarks
            }
        }

        /// Without links, to know it again.
        func real(_ below: String) -> String { realPath + below.dropFirst(path.count) }

        /// Enough entries, in order, that several threads can each go through some of them.
        private static func front(_ entry: FolderWalk.Entry, _ walk: inout FolderWalk) -> [FolderWalk.Entry] {
            var front = [entry]
            for _ in 0..<4 where front.lazy.filter(\.kind.isFolder).count < 64 {
                front = front.flatMap { $0.kind.isFolder ? walk.children(of: $0) : [$0] }
            }
            return front
        }

        private static func walks(_ front: [FolderWalk.Entry]) -> [FolderWalk] {
            let share = max(1, front.count / 32)
            let starts = Array(stride(from: 0, to: front.count, by: share))
            let walks = Mutex([FolderWalk](repeating: FolderWalk(), count: starts.count))
            DispatchQueue.concurrentPerform(iterations: starts.count) { index in
                var walk = FolderWalk()
                walk.take(front[starts[index]..<min(starts[index] + share, front.count)])
                walks.withLock { $0[index] = walk }
            }
            return walks.withLock { $0 }
        }
    }
}

import Archives
import Foundation
import Model
import Store

/// Lists the files below the paths that a user names, in the order of code points, each once; and what is there
/// besides and is not read.
struct FileWalk: Sendable {
    private(set) var files: [InputFile] = []
    private(set) var remarks: [Remark] = []

    init(below paths: [String], unpacking limits: ArchiveLimits = ArchiveLimits()) throws {
        var walks: [Named] = []
        for path in paths { walks.append(try Named(path)) }
        if walks.count == 1 {
            (files, remarks) = (walks[0].files, walks[0].remarks)
        } else {
            takeEachOnce(walks)
        }
        unpack(limits)
        guard !files.isEmpty else {
            let refused = remarks.filter { $0.kind == .refused }
            throw refused.isEmpty
                ? ImportError.noFiles(paths.joined(separator: ", "))
                : ImportError.nothingKnown(ImportRun.reasons(refused))
        }
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

    /// Puts in the place of each archive what is in it.
    private mutating func unpack(_ limits: ArchiveLimits) {
        guard files.contains(where: \.isArchive) else { return }
        files = files.flatMap { file -> [InputFile] in
            guard file.isArchive else { return [file] }
            let unpacked = UnpackedFiles(file, limits)
            remarks += unpacked.remarks
            return unpacked.files
        }
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
            let components = url.pathComponents
            switch kind {
            case .file(let modifiedAt, let size):
                files = [
                    InputFile(
                        components.last ?? "", in: InputFolder(components.dropLast()), named: path,
                        modifiedAt: modifiedAt, size: size)
                ]
            case .folder:
                let walk = FolderWalk(InputFolder(components, named: path))
                (files, remarks) = (walk.files, walk.remarks)
            case .link, .other:
                remarks = [Remark(kind: .leftAside, place: path, reason: "neither a file nor a folder")]
            }
        }

        /// Without links, to know it again.
        func real(_ below: String) -> String { realPath + below.dropFirst(path.count) }
    }
}

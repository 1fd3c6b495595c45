import Foundation
import Model
import Store

/// Goes through folders in the order of code points of whole paths, and notes what stands there.
struct FolderWalk: Sendable {
    private(set) var files: [InputFile] = []
    private(set) var remarks: [Remark] = []

    /// Something in a folder, or what the user named.
    struct Entry: Sendable {
        let path: String
        let components: [String]
        let kind: FileKind

        /// By which the entries of a folder come in the order of the paths below them.
        fileprivate var order: String { (components.last ?? "") + (kind.isFolder ? "/" : "") }
    }

    /// Goes through all that is at and below these.
    mutating func take(_ entries: some Collection<Entry>) {
        var rest = Array(entries.reversed())
        while let entry = rest.popLast() {
            switch entry.kind {
            case .file(let modifiedAt, let size):
                files.append(
                    InputFile(
                        path: entry.path, components: entry.components, modifiedAt: modifiedAt, size: size))
            case .folder: rest += children(of: entry).reversed()
            case .link: remark(.leftAside, entry.path, "a symbolic link, which is not followed")
            case .other: remark(.leftAside, entry.path, "neither a file nor a folder")
            }
        }
    }

    /// What is in a folder, in order. What is hidden or cannot be read is only noted.
    mutating func children(of folder: Entry) -> [Entry] {
        guard let stream = opendir(folder.path) else {
            remark(.refused, folder.path, "the folder cannot be read")
            return []
        }
        defer { closedir(stream) }
        var children: [Entry] = []
        while let item = readdir(stream) {
            let name = withUnsafePointer(to: &item.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: 1) { String(cString: $0) }
            }
            if name == "." || name == ".." { continue }
            let path = folder.path.hasSuffix("/") ? folder.path + name : folder.path + "/" + name
            if name.hasPrefix(".") {
                remark(.leftAside, path, "hidden, and not read")
            } else if let kind = FileKind(name, in: dirfd(stream)) {
                children.append(Entry(path: path, components: folder.components + [name], kind: kind))
            } else {
                remark(.refused, path, "cannot be found by this name")
            }
        }
        return children.count < 2 ? children : children.sorted { CodePointOrder.precedes($0.order, $1.order) }
    }

    private mutating func remark(_ kind: Remark.Kind, _ path: String, _ reason: String) {
        remarks.append(Remark(kind: kind, place: path, reason: reason))
    }
}

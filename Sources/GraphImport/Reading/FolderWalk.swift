import Foundation
import Model
import Store

/// Opens folders, in the order of code points of whole paths, and notes what is not read.
struct FolderWalk: Sendable {
    private(set) var remarks: [Remark] = []

    /// Something in a folder, or what the user named.
    final class Entry: Sendable {
        let path: String
        let components: [String]
        /// All components but the last, as one text.
        let folder: String
        let kind: FileKind
        /// By which the entries of a folder come in the order of the paths below them.
        fileprivate let order: String

        init(path: String, components: [String], folder: String, kind: FileKind) {
            self.path = path
            self.components = components
            self.folder = folder
            self.kind = kind
            let name = components.last ?? ""
            order = kind.isFolder ? name + "/" : name
        }
    }

    /// Puts in the place of each folder what is in it; all but files go, and what they are is noted.
    mutating func opened(_ entries: ArraySlice<Entry>) -> [Entry] {
        var opened: [Entry] = []
        opened.reserveCapacity(entries.count)
        for entry in entries {
            switch entry.kind {
            case .file: opened.append(entry)
            case .folder: opened += children(of: entry)
            case .link: remark(.leftAside, entry.path, "a symbolic link, which is not followed")
            case .other: remark(.leftAside, entry.path, "neither a file nor a folder")
            }
        }
        return opened
    }

    /// What is in a folder, in order. What is hidden or cannot be read is only noted.
    mutating func children(of folder: Entry) -> [Entry] {
        guard let stream = opendir(folder.path) else {
            remark(.refused, folder.path, "the folder cannot be read")
            return []
        }
        defer { closedir(stream) }
        var children: [Entry] = []
        let text = folder.components.joined(separator: "/")
        while let item = readdir(stream) {
            let name = withUnsafePointer(to: &item.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: 1) { String(cString: $0) }
            }
            if name == "." || name == ".." { continue }
            let path = folder.path.hasSuffix("/") ? folder.path + name : folder.path + "/" + name
            if name.hasPrefix(".") {
                remark(.leftAside, path, "hidden, and not read")
            } else if let kind = FileKind(name, in: dirfd(stream)) {
                children.append(
                    Entry(path: path, components: folder.components + [name], folder: text, kind: kind))
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

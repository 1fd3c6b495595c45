import Foundation
import Model
import Store
import Synchronization

/// A folder, and what is in it once it was opened.
final class OpenFolder: Sendable {
    enum Item: Sendable {
        case file(InputFile)
        case folder(OpenFolder)
    }

    /// In the order of code points of the paths of all files below.
    let items = Mutex<[Item]>([])
    private let path: String
    private let place: InputFile.Folder

    init(_ path: String, _ place: InputFile.Folder) {
        self.path = path
        self.place = place
    }

    /// The folders in it.
    var folders: [OpenFolder] {
        items.withLock { $0.compactMap { if case .folder(let folder) = $0 { folder } else { nil } } }
    }

    /// Lists what is in it.
    ///
    /// - Returns: what is hidden, cannot be read or is neither a file nor a folder.
    func open() -> [Remark] {
        guard let stream = opendir(path) else {
            return [Remark(kind: .refused, place: path, reason: "the folder cannot be read")]
        }
        defer { closedir(stream) }
        var remarks: [Remark] = []
        var found: [Found] = []
        let start = path.hasSuffix("/") ? path : path + "/"
        func note(_ kind: Remark.Kind, _ name: String, _ reason: String) {
            remarks.append(Remark(kind: kind, place: start + name, reason: reason))
        }
        while let entry = readdir(stream) {
            let (name, type) = OpenFolder.name(entry)
            if name.utf8.first == UInt8(ascii: ".") {
                if name != ".", name != ".." { note(.leftAside, name, "hidden, and not read") }
                continue
            }
            switch FileKind(name, type: type, in: dirfd(stream)) {
            case .file(let modifiedAt, let size):
                let file = InputFile(
                    path: start + name, name: name, in: place, modifiedAt: modifiedAt, size: size)
                found.append(Found(name, .file(file)))
            case .folder:
                let folder = OpenFolder(start + name, InputFile.Folder(name, in: place))
                found.append(Found(name + "/", .folder(folder)))
            case .link: note(.leftAside, name, "a symbolic link, which is not followed")
            case .other: note(.leftAside, name, "neither a file nor a folder")
            case nil: note(.refused, name, "cannot be found by this name")
            }
        }
        if found.count > 1 { found.sort { $0.precedes($1) } }
        items.withLock { $0 = found.map(\.item) }
        return remarks
    }

    /// - Returns: the name, and the type as the folder tells it.
    private static func name(_ entry: UnsafeMutablePointer<dirent>) -> (String, type: Int) {
        withUnsafePointer(to: &entry.pointee.d_name) {
            $0.withMemoryRebound(to: CChar.self, capacity: 1) { bytes in
                let name = String(cString: bytes)
                // What is no UTF-8 is not found under the name that it has here.
                let isSame = name.withCString { strcmp($0, bytes) == 0 }
                return (name, isSame ? Int(entry.pointee.d_type) : Int(DT_UNKNOWN))
            }
        }
    }

    /// An item with that by which it comes in order.
    private struct Found {
        let order: String
        /// The first eight bytes.
        let head: UInt64
        let item: Item

        init(_ order: String, _ item: Item) {
            self.order = order
            self.item = item
            var head: UInt64 = 0
            var rest = order.utf8.makeIterator()
            for _ in 0..<8 { head = head << 8 | UInt64(rest.next() ?? 0) }
            self.head = head
        }

        func precedes(_ other: Found) -> Bool {
            head == other.head ? CodePointOrder.precedes(order, other.order) : head < other.head
        }
    }
}

import Foundation
import Store
import Synchronization

/// A folder, and what is in it once it was opened.
final class OpenFolder: Sendable {
    enum Item: Sendable {
        case file(InputFile)
        case folder(OpenFolder)
    }

    /// In the order of code points of the paths of all files below.
    private let items = Mutex<[Item]>([])
    private let place: InputFolder

    init(_ place: InputFolder) {
        self.place = place
    }

    /// Hands over what is in it.
    func takeItems() -> [Item] {
        items.withLock { items in
            defer { items = [] }
            return items
        }
    }

    /// Lists what is in it.
    ///
    /// - Parameters:
    ///   - folders: receives the folders.
    ///   - remarks: receives what is hidden, cannot be read or is neither a file nor a folder.
    func open(_ folders: inout [OpenFolder], _ remarks: inout [Remark]) {
        guard let stream = opendir(place.path) else {
            remarks.append(Remark(kind: .refused, place: place.path, reason: "the folder cannot be read"))
            return
        }
        defer { closedir(stream) }
        var found = FolderItems()
        while let entry = readdir(stream) {
            let (name, type) = OpenFolder.name(entry)
            func note(_ kind: Remark.Kind, _ reason: String) {
                remarks.append(Remark(kind: kind, place: place.path(of: name), reason: reason))
            }
            if name.utf8.first == UInt8(ascii: ".") {
                if name != ".", name != ".." { note(.leftAside, "hidden, and not read") }
                continue
            }
            switch FileKind(name, type: type, in: dirfd(stream)) {
            case .file(let modifiedAt, let size):
                found.add(name, .file(InputFile(name, in: place, modifiedAt: modifiedAt, size: size)))
            case .folder:
                let folder = OpenFolder(InputFolder(name, in: place))
                folders.append(folder)
                found.add(name + "/", .folder(folder))
            case .link: note(.leftAside, "a symbolic link, which is not followed")
            case .other: note(.leftAside, "neither a file nor a folder")
            case nil: note(.refused, "cannot be found by this name")
            }
        }
        let sorted = found.sorted
        items.withLock { $0 = sorted }
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
}

import Foundation
import Model
import Store
import Synchronization

/// Opens a folder and what is below it, level by level, and notes what is not read.
struct FolderWalk {
    private(set) var files: [InputFile] = []
    private(set) var remarks: [Remark] = []

    /// - Parameter folder: as in `InputFile.path` and `InputFile.place`.
    init(_ path: String, _ folder: InputFile.Folder) {
        let root = OpenFolder(path, folder)
        var level = [root]
        while !level.isEmpty { level = opened(level) }
        // In the order of code points of whole paths.
        var waiting: [OpenFolder.Item] = [.folder(root)]
        while let item = waiting.popLast() {
            switch item {
            case .file(let file): files.append(file)
            case .folder(let folder): waiting += folder.items.withLock { $0.reversed() }
            }
        }
    }

    /// Opens folders, in shares that several threads take.
    ///
    /// - Returns: the folders in them.
    private mutating func opened(_ level: [OpenFolder]) -> [OpenFolder] {
        let share = max(16, level.count / 32)
        let starts = Array(stride(from: 0, to: level.count, by: share))
        let remarks = Mutex<[Remark]>([])
        Team.share(starts.count) { index in
            for folder in level[starts[index]..<min(starts[index] + share, level.count)] {
                let said = folder.open()
                if !said.isEmpty { remarks.withLock { $0 += said } }
            }
        }
        self.remarks += remarks.withLock { $0 }
        return level.flatMap(\.folders)
    }
}

import Foundation
import Model
import Store
import Synchronization

/// Opens a folder and what is below it, level by level, and notes what is not read.
struct FolderWalk {
    private(set) var files: [InputFile] = []
    private(set) var remarks: [Remark] = []

    init(_ folder: InputFolder) {
        let root = OpenFolder(folder)
        var level = [root]
        while !level.isEmpty { level = opened(level) }
        // In the order of code points of whole paths.
        var waiting: [OpenFolder.Item] = [.folder(root)]
        while let item = waiting.popLast() {
            switch item {
            case .file(let file): files.append(file)
            case .folder(let folder): waiting += folder.takeItems().reversed()
            }
        }
    }

    /// Opens folders, in shares that several threads take.
    ///
    /// - Returns: the folders in them.
    private mutating func opened(_ level: [OpenFolder]) -> [OpenFolder] {
        let share = max(16, level.count / 32)
        let starts = Array(stride(from: 0, to: level.count, by: share))
        let found = Mutex<(folders: [OpenFolder], remarks: [Remark])>(([], []))
        Team.share(starts.count) { index in
            var (folders, remarks) = ([OpenFolder](), [Remark]())
            for folder in level[starts[index]..<min(starts[index] + share, level.count)] {
                folder.open(&folders, &remarks)
            }
            found.withLock {
                $0.folders += folders
                $0.remarks += remarks
            }
        }
        return found.withLock {
            remarks += $0.remarks
            return $0.folders
        }
    }
}

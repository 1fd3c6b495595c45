/// What of a collection belongs together: what lies in one folder; its changes are a part of their own.
struct PartFolder: Hashable {
    let folder: InputFolder
    let isDelta: Bool

    init(_ folder: InputFolder, isDelta: Bool = false) {
        self.folder = folder
        self.isDelta = isDelta
    }

    /// By which parts come in order.
    var text: String { isDelta ? folder.text + "/delta" : folder.text }
}

/// What each folder held of a collection: mostly there is one, but of objects in folders of their own there are many.
struct CollectionParts {
    private(set) var all: [CollectionBook.Part] = []
    /// Where the part of a folder stands, once there are too many to look at each.
    private var places: [PartFolder: Int] = [:]
    private static let few = 8

    /// - Parameter file: for messages, should the folder be new.
    mutating func note(
        _ folder: PartFolder, _ file: InputFile, _ change: (inout CollectionBook.Part) -> Void
    ) {
        if let known = index(of: folder) { return change(&all[known]) }
        var part = CollectionBook.Part(folder, file)
        change(&part)
        all.append(part)
        if all.count == Self.few {
            for (index, part) in all.enumerated() { places[part.folder] = index }
        } else if all.count > Self.few {
            places[folder] = all.count - 1
        }
    }

    private func index(of folder: PartFolder) -> Int? {
        all.count < Self.few ? all.firstIndex { $0.folder == folder } : places[folder]
    }
}

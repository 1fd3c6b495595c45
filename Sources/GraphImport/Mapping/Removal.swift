import JSONText
import Store

/// How a delta says that an object is no longer there (GRAPH.md 6).
enum Removal: Int {
    /// `changed`: in the recycle bin, from where it can come back.
    case toRecycleBin = 1
    /// `deleted`: gone for good; of a member, that it is none any more.
    case forGood = 2

    /// - Parameter removed: the member `@removed`. What is no known reason counts as gone.
    init(_ removed: JSONValue) {
        self = removed.text("reason")?.lowercased() == "changed" ? .toRecycleBin : .forGood
    }
}

extension Entity {
    /// Whether a delta can tell that one of them is gone: they are told apart by their ids alone, and they end.
    var canBeRemoved: Bool { kind == .state && (parent == nil || parent?.column != nil) }
}

import Model

/// What the writer must know of a table: its columns and how its rows are told apart.
public struct TableShape: Sendable, Hashable {
    public enum Kind: Sendable, Hashable {
        /// Versions with a beginning and an end.
        case state
        /// Every version that was seen; nothing ends.
        case event
    }

    public let name: String
    public let kind: Kind
    /// Whether the key is unique only together with its parent.
    public let isChild: Bool
    /// The column that names the collection's parent: what a complete collection no longer holds is closed
    /// among the rows with this parent. Nil: the collection has no parent.
    public let parentColumn: String?
    /// Without key, parent, since and until.
    public let columns: [String]
    /// Columns that hold the name of what another column's id refers to, by place.
    public let names: [Int: Int]

    /// A column that lists words, joined by commas, to which later versions only add; by place.
    public let growing: Int?

    public init(
        name: String, kind: Kind, isChild: Bool = false, parentColumn: String? = nil, columns: [String],
        names: [Int: Int] = [:], growing: Int? = nil
    ) {
        self.growing = growing
        self.names = names
        self.name = name
        self.kind = kind
        self.isChild = isChild
        self.parentColumn = isChild ? "parent" : parentColumn
        self.columns = columns
    }

    /// What tells its objects apart.
    var keys: [String] { isChild ? ["parent", "key"] : ["key"] }

    public static func == (left: TableShape, right: TableShape) -> Bool {
        left.name == right.name
    }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(name)
    }
}

/// A value as SQLite keeps it.
public enum StoredValue: Sendable, Hashable {
    case null
    case integer(Int64)
    case text(String)

    public static func == (left: StoredValue, right: StoredValue) -> Bool {
        switch (left, right) {
        case (.null, .null): true
        case (.integer(let left), .integer(let right)): left == right
        case (.text(let left), .text(let right)): ExactText(left) == ExactText(right)
        default: false
        }
    }
}

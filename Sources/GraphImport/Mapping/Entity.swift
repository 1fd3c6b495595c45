import JSONText
import Store

/// One kind of object in an export: where it is found, what is taken from it and which table it goes to.
///
/// A declaration is the only place that knows a field; reading, table columns and the manual follow from it.
struct Entity: Sendable {
    /// The name of the entity and of its table.
    let name: String
    let doc: String
    let kind: TableShape.Kind
    /// What the collection hangs on: the name of the entity and how the rows name it.
    let parent: Parent?
    /// The ends of request paths, `*` for an id: `groups/*/members`.
    let paths: [String]
    /// Where EntraExporter puts the objects, each in a folder of its own, if not at these paths.
    let folders: [Folder]
    /// Names behind `@odata.type` that are this entity.
    let types: [String]
    /// Members that together tell the entity where neither path nor context nor type does.
    let signatures: [[String]]
    /// Members by which an object of another entity is told that has those of a signature, too.
    let strangers: [String]
    let fields: [Field]
    /// Columns without which an object is in no row: it is kept, and said.
    let essential: [String]
    /// Keys that are known and left aside on purpose.
    let ignored: [String]
    /// Lists within an object that are collections of their own.
    let inlines: [Inline]
    /// What objects tell of other directory objects.
    let tells: @Sendable (JSONValue, (Telling) -> Void) -> Void
    /// What identifies an object.
    let identity: Identity
    /// A member that goes into a table of its own.
    let beside: Beside?
    /// Tells the ids that an event names, so that it is found by them. They are valid as long as the event, in no
    /// order, and may be told twice.
    let mentions: Mentions?
    /// Who tells it.
    let teller: MappedField.Teller

    typealias Mentions = @Sendable (JSONValue, (UnsafeRawBufferPointer) -> Void) -> Void

    enum Identity {
        /// Its member `id`.
        case id
        /// There is one only; it may have an `id`.
        case singleton
    }

    /// A member whose values change apart from the object's.
    struct Beside: Sendable {
        let key: String
        let fields: [Field]
        let shape: TableShape

        init(_ key: String, table: String, fields: [Field]) {
            self.key = key
            self.fields = fields
            shape = TableShape(name: table, kind: .state, columns: fields.map(\.column))
        }
    }

    struct Parent: Sendable {
        let entity: String
        /// Nil: the rows are told apart only within the parent (`parent`); else the column that names it, which
        /// the folder fills where the body does not.
        let column: String?
        /// The column for what the parent itself hangs on, where the folder names that, too.
        var outerColumn: String?
        /// Whether Graph lists the entity without a parent, too. Elsewhere such a list is no collection.
        var isOptional = false
    }

    /// A folder of folders of EntraExporter.
    struct Folder: Sendable {
        let path: String
        /// What it leaves out of the collection; nil when it holds all.
        var leavesOut: String?
    }

    struct Inline: Sendable {
        let keys: [String]
        let entity: String
        /// Whether the list is whole: lists of directory objects end after twenty (GRAPH.md 0, trap 4).
        let isWhole: Bool
        /// Whether it tells who came and who went (`members@delta`), and of nobody else.
        var isDelta = false
    }

    init(
        _ name: String, doc: String, kind: TableShape.Kind = .state, parent: Parent? = nil,
        paths: [String], folders: [Folder] = [], types: [String] = [], signatures: [[String]] = [],
        strangers: [String] = [],
        fields: [Field] = [],
        essential: [String] = [], ignored: [String] = [], inlines: [Inline] = [],
        identity: Identity = .id, beside: Beside? = nil, teller: MappedField.Teller = .graph,
        mentions: Mentions? = nil,
        tells: @escaping @Sendable (JSONValue, (Telling) -> Void) -> Void = { _, _ in }
    ) {
        self.name = name
        self.doc = doc
        self.kind = kind
        self.parent = parent
        self.paths = paths
        self.folders = folders
        self.types = types
        self.signatures = signatures
        self.strangers = strangers
        self.fields = fields
        self.essential = essential
        self.ignored = ignored
        self.inlines = inlines
        self.identity = identity
        self.beside = beside
        self.teller = teller
        self.mentions = mentions
        self.tells = tells
    }

    var shape: TableShape {
        TableShape(
            name: name, kind: kind, isChild: parent != nil && parent?.column == nil,
            parentColumn: parent?.column, columns: fields.map(\.column),
            names: Dictionary(
                uniqueKeysWithValues: fields.enumerated().compactMap { index, field in
                    fields.firstIndex { $0.column == field.nameOf }.map { (index, $0) }
                }), growing: fields.firstIndex { $0.column == "said" })
    }
}

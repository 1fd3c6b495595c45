/// A view of the documented face of the database: what it is called, what it holds, and its columns.
///
/// The same declaration gives a view of the file (what was seen last) and, while a report runs, a temporary one of
/// the same name (what holds at the moment that is judged).
public struct PublicView: Sendable {
    public let name: String
    public let doc: String
    /// The table behind it.
    public let table: String
    public let columns: [Column]
    var rows = Rows.open
    /// Lists within the table's values whose elements are the rows: `CROSS JOIN json_each(t.…) j`.
    var lists = ""
    /// Which rows of events are left out, given where the events are.
    var condition: (@Sendable (_ events: String) -> String)?

    enum Rows {
        /// What is there.
        case open
        /// Every version.
        case versions
        /// Each event once, as it stands.
        case events(Event)
        /// Every version of an event.
        case eventVersions(Event)
        /// A table without versions.
        case plain
    }

    /// An event's own moment, and what tells one from another.
    struct Event {
        let moment: String
        var keys = ["key"]
    }

    public struct Column: Sendable {
        /// Its name in the view.
        public let name: String
        /// The column of the table, whose meaning stands with the mapping that fills it; nil where `doc` tells it.
        public let field: String?
        public let doc: String?
        /// SQL over the table, which is called `t`.
        let sql: String

        /// A value as it is kept.
        static func plain(_ name: String, doc: String? = nil) -> Column {
            Column(name: name, field: name, doc: doc, sql: "t.\(name)")
        }

        /// An id, as text.
        static func id(_ field: String, as name: String, doc: String? = nil) -> Column {
            let text = PackedGUID.sql("i.id")
            return Column(
                name: name, field: field, doc: doc,
                sql: "(SELECT \(text) FROM ident i WHERE i.key = t.\(field))")
        }

        /// A moment, as `YYYY-MM-DDTHH:MM:SSZ`.
        static func moment(_ name: String, doc: String? = nil) -> Column {
            Column(name: name, field: name, doc: doc, sql: InstantSQL.text("t.\(name)"))
        }

        /// What no column holds as it is.
        static func derived(_ name: String, _ sql: String, doc: String) -> Column {
            Column(name: name, field: nil, doc: doc, sql: sql)
        }
    }

    /// The columns of `names`, joined by commas, as they are kept.
    static func plain(_ names: String) -> [Column] {
        names.split(separator: ",").map { .plain($0.drop { $0 == " " }.description) }
    }

    /// All columns: the declared ones, then those that tell of versions.
    public var shown: [Column] { columns + history }
}

import Store

/// What was read of some files, or of a part of a large one, on its way to the database.
///
/// It belongs to one thread at a time: to the reader that fills it, then to the writer.
final class Harvest: @unchecked Sendable {
    let rows = RowBuffer(capacity: 1 << 19)
    var parts: [Part] = []
    /// Why reading had to stop; what was read before is to be given up.
    var failure: (any Error)?
    var isLastOfStretch = false

    /// Some rows of one document, and what was found out about its file.
    struct Part {
        let file: Int
        /// Where the file stands, for what is known of it from before; nil when nothing is.
        var place: Int64?
        var aim: Aim?
        /// How many rows follow in the buffer.
        var rowCount = 0
        var skipped = 0
        var refused = 0
        /// All objects, whatever became of them.
        var items = 0
        var refusedState = 0
        /// Ids of organizations: the database is of one.
        var tenants: [String] = []
        /// What the document leaves out of its collection; nil when it holds all.
        var leavesOut: String?
        /// Set with the last part of a document.
        var end: DocumentEnd?
        var fields = FieldCounts()
        var unfit: [(entity: String, columns: [String: Int])] = []
        /// Set with the last part of a file.
        var fileEnd: FileEnd?
    }

    /// Where the items of a document go.
    enum Aim {
        case rows(EntityPlan, parents: [String], Extent)
        case nothing
    }

    /// What a document's objects are of their collection.
    enum Extent {
        /// All, or as many as the page holds.
        case collection
        /// Those that one user may see.
        case selection
        /// Those that changed.
        case changes
    }

    /// What a document tells of its collection.
    enum DocumentEnd {
        case object
        case list
        case page(isLast: Bool, isDelta: Bool, count: Int?)
    }

    struct FileEnd {
        var remarks = RemarkBook()
        /// Nil for a file that is not to be known again.
        var hash: PageHash?
        /// Whether it was not read, because it is known.
        var isKnown = false
    }

    func removeAll() {
        rows.removeAll()
        parts = []
        failure = nil
        isLastOfStretch = false
    }
}

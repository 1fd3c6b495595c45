import Model
import Store
import TestKit
import Testing

/// A database with one state table's worth of writing, snapshot by snapshot.
final class StoreBench {
    let folder: TemporaryFolder
    var path: String { folder.path("tenure.sqlite") }

    init() throws {
        folder = try TemporaryFolder()
    }

    static let group = TableShape(
        name: "directoryGroup", kind: .state, columns: ["displayName", "description"])
    static let member = TableShape(name: "groupMember", kind: .state, isChild: true, columns: [])
    static let package = TableShape(
        name: "accessPackage", kind: .state, columns: ["displayName", "catalog", "catalogName"], names: [2: 1]
    )
    static let request = TableShape(
        name: "assignmentRequest", kind: .event, columns: ["state", "justification"])

    /// Writes one snapshot.
    func write(_ observed: String, eventsOnly: Bool = false, _ body: (SnapshotWriter) throws -> Void) throws {
        let moment = try #require(Instant(observed))
        let store = try TenureDatabase.openForWriting(path)
        try store.importing { connection in
            let writer = try SnapshotWriter(
                connection, observedAt: moment, observedBy: "test", importedAt: moment,
                eventsOnly: eventsOnly,
                tool: "test")
            try body(writer)
            try writer.finish()
        }
        try store.close()
    }

    func rows(_ sql: String) throws -> [String] {
        try TenureDatabase.openForReading(path).reading { try $0.rows(sql) }
    }
}

extension SnapshotWriter {
    func told(
        _ source: ToldSource, key: Int64, kind: String?, displayName: String?, userPrincipalName: String?
    ) throws {
        let texts = RowBuffer()
        texts.append(id: "\(key)")
        for text in [kind, displayName, userPrincipalName] {
            if let text { texts.append(text: text) } else { texts.appendAbsent() }
        }
        var cursor = texts.cursor
        let found = cursor.optionalId()
        let id = try #require(found)
        let told = cursor.told(RowPrint(point: 1 << 50))
        try withExtendedLifetime(texts) {
            try self.told(source, key: key, id: id, told)
            try flush()
        }
    }

    func group(_ id: String, _ values: String?..., collection: Int64 = 1) throws {
        try record(
            StoreBench.group, parent: nil, key: idents.key(id),
            values: values.map { $0.map(StoredValue.text) },
            collection: collection)
    }

    func member(_ id: String, of group: String) throws {
        let parent = try idents.key(group)
        try record(StoreBench.member, parent: parent, key: idents.key(id), values: [], collection: parent)
    }

    func request(_ id: String, _ values: String?...) throws {
        try record(
            StoreBench.request, parent: nil, key: idents.key(id),
            values: values.map { $0.map(StoredValue.text) },
            collection: 1)
    }
}

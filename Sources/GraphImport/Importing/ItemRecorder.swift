import JSONText
import Model
import Store

/// Turns one JSON object into rows.
final class ItemRecorder {
    let writer: SnapshotWriter
    /// Columns whose value was of no kind that they can hold, with how often that was, by entity.
    private(set) var unfit: [String: [String: Int]] = [:]

    init(writer: SnapshotWriter) {
        self.writer = writer
    }

    enum Outcome {
        /// With the essential column that the object does not fill, if there is one.
        case recorded(missing: String?)
        /// The object has no id.
        case nameless
    }

    /// - Parameters:
    ///   - parents: what the collection hangs on, from the outside in, as context or folder tell it.
    func record(
        _ object: JSONValue, as entity: Entity, shape: TableShape, parents: [Int64], collection: Int64
    ) throws -> Outcome {
        guard object.kind == .object, let id = entity.identity(object), !id.isEmpty else { return .nameless }
        let key = try writer.idents.key(id)
        var values: [StoredValue?] = []
        values.reserveCapacity(entity.fields.count)
        for field in entity.fields {
            let reading = field.read(object)
            if case .unfit = reading { unfit[entity.name, default: [:]][field.column, default: 0] += 1 }
            var value = try stored(reading, field)
            if value == nil || value == .null, let parent = self.parent(field, entity, parents) {
                value = .integer(parent)
            }
            values.append(value)
        }
        let missing = try missing(values, entity, shape, parents, key: key)
        let isNew = try writer.record(
            shape, parent: shape.isChild ? parents.last : nil, key: key, values: values,
            collection: collection)
        try entity.tells(object) { telling in
            try writer.told(
                telling.source, key: writer.idents.key(telling.id), kind: telling.kind,
                displayName: telling.displayName, userPrincipalName: telling.userPrincipalName)
        }
        try recordBeside(object, entity, key: key, isNew: isNew)
        return .recorded(missing: missing)
    }

    /// The first essential column that is empty, now and before.
    private func missing(
        _ values: [StoredValue?], _ entity: Entity, _ shape: TableShape, _ parents: [Int64], key: Int64
    ) throws -> String? {
        guard !entity.essential.isEmpty else { return nil }
        return try zip(entity.fields, values).first { field, value in
            guard entity.essential.contains(field.column) else { return false }
            // An absent value may be known from before.
            return try value == .null || value == nil && !writer.knows(shape, key: key)
        }?.0.column
    }

    /// What the folder says where the body does not.
    private func parent(_ field: Field, _ entity: Entity, _ parents: [Int64]) -> Int64? {
        switch field.column {
        case entity.parent?.column: parents.last
        case entity.parent?.outerColumn where parents.count > 1: parents.first
        default: nil
        }
    }

    private func stored(_ reading: FieldReading, _ field: Field) throws -> StoredValue? {
        switch reading {
        case .absent: nil
        case .null, .unfit: .null
        case .integer(let integer): .integer(integer)
        case .boolean(let boolean): .integer(boolean ? 1 : 0)
        case .text(let text) where field.kind == .id: .integer(try writer.idents.key(text))
        case .text(let text): .text(text)
        }
    }

    /// What goes into narrow tables of its own.
    private func recordBeside(_ object: JSONValue, _ entity: Entity, key: Int64, isNew: Bool) throws {
        switch entity.name {
        case "user":
            guard let activity = object.member("signInActivity") else { return }
            func moment(_ name: String) -> StoredValue {
                activity.text(name).flatMap { Instant($0) }.map { .integer($0.ticks) } ?? .null
            }
            try writer.record(
                SignIn.shape, parent: nil, key: key,
                values: [
                    moment("lastSignInDateTime"), moment("lastSuccessfulSignInDateTime"),
                    moment("lastNonInteractiveSignInDateTime"),
                ], collection: 0)
        case "directoryAudit" where isNew:
            try writer.mention(key, ids: Entity.mentions(of: object).map { try writer.idents.key($0) })
        default: break
        }
    }
}

/// Sign-in times change every night for many users; they stand apart so that the users' rows do not.
enum SignIn {
    static let shape = TableShape(
        name: "signIn", kind: .state, columns: ["lastAttemptAt", "lastSuccessAt", "lastNonInteractiveAt"])
}

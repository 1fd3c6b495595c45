import JSONText
import Store

/// What is told of a user apart from the user's own object.
extension ItemRecorder {
    func recordManager(_ manager: JSONValue, of user: Int64, shape: TableShape, collection: Int64) throws {
        guard let id = manager.text("id") else { return }
        var values: [String: StoredValue] = ["manager": .integer(try writer.idents.key(id))]
        values["managerName"] = manager.text("displayName").map(StoredValue.text)
        try recordAspect(of: user, values, shape: shape, collection: collection)
    }

    /// Records some columns of a row; the others are not said.
    func recordAspect(
        of key: Int64, _ values: [String: StoredValue], shape: TableShape, collection: Int64
    ) throws {
        try writer.record(
            shape, parent: nil, key: key, values: shape.columns.map { values[$0] }, collection: collection)
    }
}

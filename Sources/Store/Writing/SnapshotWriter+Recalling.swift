/// Pages that are known again tell nothing new; but what they tell counts as told by this import.
extension SnapshotWriter {
    /// Whether another page of this import told one of these objects.
    public func hasTold(_ table: TableWriter, parent: Int64?, keys: [Int64]) -> Bool {
        table.told.containsAny(parent: parent, keys: keys)
    }

    public func hasTold(_ table: TableWriter, parent: Int64?, key: Int64) -> Bool {
        table.told.containsAny(parent: parent, keys: CollectionOfOne(key))
    }

    /// Whether another page of this import told something new of one of these objects.
    public func hasChanged(_ source: ToldSource, keys: [Int64]) -> Bool {
        toldWriter.hasChanged(source, keys: keys)
    }

    /// Whether this import told something new of the object with this id, by whatever source.
    public func hasChanged(_ id: CellId) -> Bool { toldWriter.hasChanged(id.packed) }

    /// How often this import told something new of somebody.
    public var toldNews: Int { toldWriter.news }

    /// Takes objects as told that a known page tells.
    public func recall(_ table: TableWriter, parent: Int64?, keys: [Int64], collection: Int64) {
        table.recall(parent: parent, keys: keys)
        if table.shape.kind == .state, !snapshot.isFirst { seen.add(keys, to: collection) }
    }

    public func recall(_ table: TableWriter, parent: Int64?, key: Int64, collection: Int64) {
        table.recall(parent: parent, keys: CollectionOfOne(key))
        if table.shape.kind == .state, !snapshot.isFirst { seen.add(key, to: collection) }
    }

    public func recall(_ source: ToldSource, keys: [Int64]) {
        toldWriter.recall(source, keys: keys)
    }

    /// Whether this import told objects of the table twice and differently, so that the order of its files counts.
    public func isContested(_ table: TableWriter) -> Bool { table.isContested }

    public func isContested(_ source: ToldSource) -> Bool { toldWriter.contested.contains(source.rawValue) }
}

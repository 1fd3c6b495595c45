/// Numbers of ids, a bit each: what many rows are asked about without asking the database.
public struct KeySet: Sendable {
    private var bits: [UInt64] = []

    public init() {}

    /// The numbers that a query gives in its first column.
    public init(_ connection: Connection, _ sql: String) throws {
        let list = try connection.prepare(sql)
        while try list.step() {
            if let key = list.integer(0) { insert(key) }
        }
    }

    public mutating func insert(_ key: Int64) {
        let word = Int(key >> 6)
        if word >= bits.count {
            bits += Array(repeating: 0, count: max(word + 1, bits.count * 2) - bits.count)
        }
        bits[word] |= 1 << UInt64(key & 63)
    }

    public func contains(_ key: Int64) -> Bool {
        let word = Int(key >> 6)
        return word < bits.count && bits[word] & 1 << UInt64(key & 63) != 0
    }
}

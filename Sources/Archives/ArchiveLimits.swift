/// How much an archive may unpack to.
public struct ArchiveLimits: Sendable {
    /// In bytes, of all its entries together.
    public var size: Int
    /// So many times its own size; judged once it unpacks to more than `smallSize`.
    public var ratio: Int

    public init(size: Int = 20 << 30, ratio: Int = 200) {
        self.size = size
        self.ratio = ratio
    }

    /// Archives that unpack to less are never too densely packed.
    static let smallSize = 64 << 20
    static let entryCount = 1_000_000
    /// Of an entry, in bytes of UTF-8; what Linux takes.
    static let nameLength = 4096
}

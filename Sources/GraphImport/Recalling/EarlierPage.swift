import Store

/// What a page told before that stood at the place of one that tells something else now.
struct EarlierPage {
    /// The objects, by what their rows said.
    var keys: [UInt64: Int64] = [:]
    /// Of whom it told something besides, by source.
    var told: [ToldSource: [Int64]] = [:]

    mutating func add(_ document: PageDocument) {
        for (print, key) in zip(document.prints, document.keys) where print != 0 { keys[print] = key }
        told.merge(document.told) { $0 + $1 }
    }
}

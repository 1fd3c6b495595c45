import JSONText

extension JSONValue {
    /// The value under these keys, from the outside in; nil when one of them is missing.
    func inner(_ keys: some Sequence<String>) -> JSONValue? {
        var value = self
        for key in keys {
            guard let next = value.member(named: key) else { return nil }
            value = next
        }
        return value
    }

    /// Whether an expanded list is told to have more than it holds: by a nextLink, or by a larger count.
    func isCut(_ list: String) -> Bool {
        if let next = member(named: list + "@odata.nextLink"), !next.isNull { return true }
        guard let count = member(named: list + "@odata.count")?.int else { return false }
        var held = 0
        member(named: list)?.forEachElement { _ in held += 1 }
        return count > held
    }

    /// The text under a path of keys.
    func text(_ keys: String...) -> String? {
        inner(keys)?.string
    }

    /// The text of a member, valid as long as the value.
    func bytes(_ key: StaticString) -> UnsafeRawBufferPointer? {
        member(key)?.utf8
    }

    /// The type behind `@odata.type`, without `#` and namespace (GRAPH.md 0, trap 19).
    var odataType: String? {
        odataTypeBytes.map { String(decoding: $0, as: UTF8.self) }
    }

    /// As above, valid as long as the value.
    var odataTypeBytes: UnsafeRawBufferPointer? {
        (bytes("@odata.type") ?? bytes("odata.type")).map(JSONValue.typeName)
    }

    /// The last part of a type's name.
    static func typeName(_ type: UnsafeRawBufferPointer) -> UnsafeRawBufferPointer {
        var end = type.count
        let point = UInt8(ascii: ".")
        while end > 0, type[end - 1] == point { end -= 1 }
        var start = end
        while start > 0, type[start - 1] != point { start -= 1 }
        return UnsafeRawBufferPointer(rebasing: end == 0 ? type[...] : type[start..<end])
    }
}

import CSimdjson

extension JSONValue {
    /// The value of an object's member, of a repeated key the last; nil for other kinds.
    ///
    /// Every call goes through the members anew: for more than a few of them use ``forEachMember(_:)``.
    public func member(_ key: StaticString) -> JSONValue? {
        find(key)?.last
    }

    /// The value of a member whose key is known only at run time.
    public func member(named key: String) -> JSONValue? {
        var key = key
        return key.withUTF8 { find(UnsafeRawBufferPointer($0))?.last }
    }

    /// Hands out the members of an object in the order of the text, repeated keys as often as they occur; for
    /// other kinds does nothing.
    public func forEachMember(_ body: (JSONKey, JSONValue) throws -> Void) rethrows {
        guard csj_value_kind(raw) == CSJ_OBJECT else { return }
        var iterator = csj_iterate(raw)
        var key = csj_bytes()
        var value = csj_value()
        while csj_next_member(&iterator, &key, &value) {
            try body(JSONKey(utf8: UnsafeRawBufferPointer(key)), JSONValue(raw: value))
        }
    }

    /// Hands out the elements of an array; for other kinds does nothing.
    public func forEachElement(_ body: (JSONValue) throws -> Void) rethrows {
        guard csj_value_kind(raw) == CSJ_ARRAY else { return }
        var iterator = csj_iterate(raw)
        var element = csj_value()
        while csj_next_element(&iterator, &element) {
            try body(JSONValue(raw: element))
        }
    }

    func find(_ key: StaticString) -> (last: JSONValue, count: Int)? {
        find(JSONKey(key).utf8)
    }

    /// The last member with a key, and how many there are.
    func find(_ key: UnsafeRawBufferPointer) -> (last: JSONValue, count: Int)? {
        var value = csj_value()
        let count = csj_find(raw, key.baseAddress?.assumingMemoryBound(to: UInt8.self), key.count, &value)
        return count > 0 ? (JSONValue(raw: value), count) : nil
    }
}

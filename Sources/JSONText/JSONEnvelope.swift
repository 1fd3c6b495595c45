/// The members of a document beside its items, such as `@odata.context` and `@odata.nextLink`.
///
/// Of a page these are all members but `value`, of an object all of them; an array and a scalar have none.
/// Valid, as the values in it, only within the callback that received the document.
public struct JSONEnvelope {
    static let itemsKey: StaticString = "value"

    let object: JSONValue?
    let isPage: Bool

    /// The value of a member, of a repeated key the last.
    public func member(_ key: StaticString) -> JSONValue? {
        isHidden(JSONKey(key)) ? nil : object?.member(key)
    }

    /// Hands out the members in the order of the text.
    public func forEachMember(_ body: (JSONKey, JSONValue) throws -> Void) rethrows {
        try object?.forEachMember { key, value in
            if !isHidden(key) { try body(key, value) }
        }
    }

    /// The members as a JSON object, as ``JSONValue/rawText()`` writes it; `{}` if there are none.
    public func rawText() -> String {
        object?.text(omitting: isPage ? Self.itemsKey : nil) ?? "{}"
    }

    private func isHidden(_ key: JSONKey) -> Bool { isPage && key == Self.itemsKey }
}

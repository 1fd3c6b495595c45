/// The key of a member, as UTF-8 that need not become a `String` to be looked at.
///
/// ```swift
/// value.forEachMember { key, value in
///     switch key {
///     case "id": id = value.string
///     case "displayName": name = value.string
///     default: break
///     }
/// }
/// ```
///
/// Valid as long as the value it belongs to.
public struct JSONKey {
    /// The key without quotes and escapes.
    public let utf8: UnsafeRawBufferPointer

    init(utf8: UnsafeRawBufferPointer) { self.utf8 = utf8 }

    init(_ text: StaticString) {
        utf8 = UnsafeRawBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
    }

    /// The key as text of its own, which may be kept.
    public var string: String { String(decoding: utf8, as: UTF8.self) }

    @inlinable public static func == (key: JSONKey, text: StaticString) -> Bool {
        guard key.utf8.count == text.utf8CodeUnitCount else { return false }
        let expected = text.utf8Start
        for index in 0..<key.utf8.count where key.utf8[index] != expected[index] { return false }
        return true
    }

    @inlinable public static func != (key: JSONKey, text: StaticString) -> Bool { !(key == text) }

    @inlinable public static func ~= (text: StaticString, key: JSONKey) -> Bool { key == text }
}

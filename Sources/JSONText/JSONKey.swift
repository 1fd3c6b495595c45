#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

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

    /// The key as text of its own, which may be kept.
    public var string: String { String(decoding: utf8, as: UTF8.self) }

    public static func == (key: JSONKey, text: StaticString) -> Bool {
        key.utf8.elementsEqual(text)
    }

    public static func != (key: JSONKey, text: StaticString) -> Bool { !(key == text) }

    public static func ~= (text: StaticString, key: JSONKey) -> Bool { key == text }
}

extension UnsafeRawBufferPointer {
    func elementsEqual(_ text: StaticString) -> Bool {
        guard text.hasPointerRepresentation else { return String(decoding: self, as: UTF8.self) == "\(text)" }
        return elementsEqual(UnsafeRawBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }

    /// Faster than the generic comparison of sequences, above all without optimization.
    func elementsEqual(_ other: UnsafeRawBufferPointer) -> Bool {
        guard count == other.count else { return false }
        guard let mine = baseAddress, let theirs = other.baseAddress else { return true }
        return memcmp(mine, theirs, count) == 0
    }
}

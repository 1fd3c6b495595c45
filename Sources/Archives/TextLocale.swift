import Foundation

/// libarchive reads names by the locale of the thread, and without one takes no letter beyond ASCII.
enum TextLocale {
    private static let number = Int(bitPattern: newlocale(LC_CTYPE_MASK, "C.UTF-8", nil))

    static func within<Result>(_ body: () -> Result) -> Result {
        guard let locale = locale_t(bitPattern: number) else { return body() }
        let before = uselocale(locale)
        defer { uselocale(before) }
        return body()
    }
}

import Model

/// JSON that is being written, value by value.
struct GraphText {
    private(set) var bytes: [UInt8] = []
    /// Whether something stands before the next value in its list or object.
    private var needsComma = false

    var count: Int { bytes.count }

    /// A place to go back to.
    struct Place {
        fileprivate let count: Int
        fileprivate let needsComma: Bool
    }

    var place: Place { Place(count: bytes.count, needsComma: needsComma) }

    /// Takes back what was written since.
    mutating func goBack(to place: Place) {
        bytes.removeLast(bytes.count - place.count)
        needsComma = place.needsComma
    }

    mutating func begin(_ bracket: Unicode.Scalar) {
        separate()
        bytes.append(UInt8(ascii: bracket))
        needsComma = false
    }

    mutating func end(_ bracket: Unicode.Scalar) {
        bytes.append(UInt8(ascii: bracket))
        needsComma = true
    }

    mutating func key(_ name: String) {
        separate()
        append(name)
        bytes.append(UInt8(ascii: ":"))
        needsComma = false
    }

    mutating func value(text: String) {
        separate()
        append(text)
        needsComma = true
    }

    /// - Parameter json: a value as JSON text.
    mutating func value(json: String) {
        separate()
        bytes.append(contentsOf: json.utf8)
        needsComma = true
    }

    private mutating func separate() {
        if needsComma { bytes.append(UInt8(ascii: ",")) }
    }

    private mutating func append(_ text: String) {
        bytes.append(UInt8(ascii: "\""))
        bytes.append(contentsOf: text.jsonEscaped.utf8)
        bytes.append(UInt8(ascii: "\""))
    }
}

/// How much of a file is held in memory at once, in bytes of UTF-8.
struct JSONLimits {
    /// A file, and a document within a bigger file, is parsed as a whole up to this size; what is bigger is
    /// cut into windows.
    var documentSize = 16 << 20
    /// Items and documents are parsed together up to this size. Small, so that a window stays in the
    /// processor's cache.
    var windowSize = 1 << 20
    /// A bigger item of a cut array is refused, and so is a bigger document that cannot be cut.
    var itemSize = 64 << 20
    /// A page is cut if the members before its `value` are not bigger, and refused if those behind it are.
    var envelopeSize = 1 << 20
    /// Arrays and objects within each other, an empty one not counted.
    var depth = 1024
}

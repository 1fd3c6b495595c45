/// A folder of files, known by its name and the folder around it.
final class InputFolder: Sendable {
    let name: String
    let outer: InputFolder?
    /// As the user named it; nil of one that was found below.
    private let named: String?

    private init(_ name: String, in outer: InputFolder?, named: String? = nil) {
        self.name = name
        self.outer = outer
        self.named = named
    }

    convenience init(_ name: String, in outer: InputFolder) {
        self.init(name, in: outer, named: nil)
    }

    /// - Parameters:
    ///   - components: from the outside in.
    ///   - named: its path as the user named it.
    convenience init(_ components: some BidirectionalCollection<String>, named: String? = nil) {
        let outer = components.dropLast().reduce(nil as InputFolder?) { InputFolder($1, in: $0) }
        self.init(components.last ?? "", in: outer, named: named)
    }

    /// The folders from the outside in, this one the last, and what follows.
    func components(and last: String? = nil) -> [String] {
        var count = last == nil ? 0 : 1
        var folder = Optional(self)
        while let one = folder { (count, folder) = (count + 1, one.outer) }
        var components = [String](repeating: last ?? "", count: count)
        var place = last == nil ? count : count - 1
        folder = self
        while let one = folder {
            place -= 1
            components[place] = one.name
            folder = one.outer
        }
        return components
    }

    /// The components as one text.
    var text: String { components().joined(separator: "/") }

    /// As the user named it, or the folder from which it was found.
    var path: String { named ?? outer?.path(of: name) ?? name }

    /// The path of what stands in it, as the user named the folder from which it was found.
    func path(of name: String) -> String {
        let length = pathLength + name.utf8.count
        return String(unsafeUninitializedCapacity: length) { bytes in
            let end = writePath(to: bytes)
            _ = bytes[end...].initialize(fromContentsOf: name.utf8)
            return length
        }
    }

    /// Bytes of the path with a slash behind it.
    private var pathLength: Int {
        guard let named else { return (outer?.pathLength ?? 0) + name.utf8.count + 1 }
        return named.utf8.count + (named.utf8.last == UInt8(ascii: "/") ? 0 : 1)
    }

    /// - Returns: the place behind the path and its slash.
    private func writePath(to bytes: UnsafeMutableBufferPointer<UInt8>) -> Int {
        let start = named == nil ? outer?.writePath(to: bytes) ?? 0 : 0
        let end = bytes[start...].initialize(fromContentsOf: (named ?? name).utf8)
        guard end == 0 || bytes[end - 1] != UInt8(ascii: "/") || named == nil else { return end }
        bytes[end] = UInt8(ascii: "/")
        return end + 1
    }
}

extension InputFolder: Hashable {
    /// The same components: of files that a user names one by one, each has its folder for itself.
    static func == (left: InputFolder, right: InputFolder) -> Bool {
        left === right || left.name == right.name && left.outer == right.outer
    }

    func hash(into hasher: inout Hasher) {
        hasher.combine(name)
        outer?.hash(into: &hasher)
    }
}

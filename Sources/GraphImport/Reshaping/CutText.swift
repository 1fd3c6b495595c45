import JSONText

/// What `ConvertTo-Json` writes in place of objects that lie deeper than `-Depth`: the name of their type, or
/// `@{name=value; …}`.
enum CutText {
    /// - Parameter name: the member's name in Graph: a name that a person chose may look like anything.
    static func isOne(_ text: String, at name: String) -> Bool {
        guard !plainTexts.contains(name) else { return false }
        if text.hasPrefix("@{"), text.hasSuffix("}") { return true }
        // Of lists it is the names of their elements' types with blanks between them.
        return typePrefixes.contains { text.hasPrefix($0) }
    }

    private static let typePrefixes = [
        "Microsoft.Graph.", "System.Collections.", "System.Object", "System.String[",
    ]

    /// Members that hold text, and nowhere an object or a list.
    private static let plainTexts: Set<String> = {
        var (texts, others): (Set<String>, Set<String>) = ([], [])
        for entity in Entity.all {
            for field in entity.fields + (entity.beside?.fields ?? []) {
                for source in field.sources {
                    // What is derived may be of any shape.
                    let read = field.derive == nil ? source : Array(source.prefix(1))
                    others.formUnion(read.dropLast())
                    guard let last = read.last else { continue }
                    if field.kind.isText, field.derive == nil {
                        texts.insert(last)
                    } else {
                        others.insert(last)
                    }
                }
            }
            for inline in entity.inlines { others.formUnion(inline.keys) }
        }
        return texts.union(Entity.directoryObject).subtracting(others)
    }()
}

extension Field.Kind {
    fileprivate var isText: Bool {
        switch self {
        case .text, .id: true
        case .boolean, .integer, .instant, .json: false
        }
    }
}

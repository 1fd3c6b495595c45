/// The texts of a page that are the program's own: those of `templates/texts.yaml`, in English, and over them those
/// of a file of the user, for another language.
struct PageTexts {
    private var texts: [String: String]
    /// What collections are called, in the order of the file.
    private(set) var collections: [Word]
    private var titles: [String: String] = [:]

    /// - Throws: `ReportsError.definition` for a key that nobody asks for, or a text that leaves out what is to be
    ///   filled in.
    init(_ templates: Templates, own: String?) throws(ReportsError) {
        let standard = try YAMLReader(try templates.text("texts.yaml"), file: "texts.yaml")
        texts = Dictionary(try standard.pairs(but: PageTexts.list)) { first, _ in first }
        collections = try standard.required(PageTexts.list).pairs().map { Word(word: $0.key, text: $0.value) }
        defer { titles = Dictionary(collections.map { ($0.word, $0.text) }) { first, _ in first } }
        guard let own else { return }
        let reader = try YAMLReader(try ResourceFolder.Resource(path: own).text, file: own)
        try reader.only(texts.keys.sorted() + [PageTexts.list])
        if let list = reader.optional(PageTexts.list) {
            try list.only(collections.map(\.word))
            let told = Dictionary(try list.pairs().map { ($0.key, $0.value) }) { first, _ in first }
            collections = collections.map { Word(word: $0.word, text: told[$0.word] ?? $0.text) }
        }
        for (key, text) in try reader.pairs(but: PageTexts.list) {
            let expected = PageTexts.places(texts[key] ?? "")
            guard PageTexts.places(text) == expected else {
                let names = expected.sorted().map { "{\($0)}" }.joined(separator: ", ")
                throw try reader.required(key).error(
                    names.isEmpty ? "nothing is filled in here" : "it must hold \(names), each once")
            }
            texts[key] = text
        }
    }

    /// The key beneath which the names of collections stand.
    private static let list = "collections"

    /// What a collection is called; its name in the data where it has no other.
    func collection(_ name: String) -> String {
        titles[name] ?? name
    }

    /// The text of a key.
    subscript(_ key: String) -> String {
        texts[key] ?? key
    }

    /// All of them, for a template.
    var values: [String: Any] { texts }

    /// With values in its places.
    func filled(_ key: String, _ values: [String: String]) -> String {
        fill(self[key], values)
    }

    /// Escaped, with pieces of a page in its places.
    func html(_ key: String, _ pieces: [String: String]) -> String {
        fill(XMLText.escaped(self[key]), pieces)
    }

    /// What is filled in is not looked at again.
    private func fill(_ text: String, _ values: [String: String]) -> String {
        var result = ""
        var rest = Substring(text)
        while let start = rest.firstIndex(of: "{"), let end = rest[start...].firstIndex(of: "}") {
            result += rest[..<start]
            let name = String(rest[rest.index(after: start)..<end])
            result += values[name] ?? "{\(name)}"
            rest = rest[rest.index(after: end)...]
        }
        return result + rest
    }

    /// The names in braces, in order.
    private static func places(_ text: String) -> [String] {
        text.split(separator: "{").dropFirst(text.hasPrefix("{") ? 0 : 1)
            .compactMap { $0.contains("}") ? String($0.prefix { $0 != "}" }) : nil }.sorted()
    }
}

/// What a page says for the words of a column, and which of them it said.
struct PageWords {
    private let texts: WordTexts
    private let marked: Set<String>
    /// The words that were met, as the catalogue has them where it has them.
    private(set) var used: Set<String> = []
    /// Those met first, found without hashing: most columns have no others.
    private var first: [(word: [UInt8], said: SaidWord)] = []

    private static let mostFirst = 8

    init(_ column: Column) {
        texts = WordTexts(column.words)
        marked = Set(column.page.marked)
    }

    mutating func say(_ word: UnsafeBufferPointer<UInt8>) -> SaidWord {
        for index in first.indices where first[index].word.elementsEqual(word) {
            return first[index].said
        }
        let text = String(decoding: word, as: UTF8.self)
        let said = SaidWord(text, texts[text], among: marked)
        used.insert(said.name)
        if first.count < PageWords.mostFirst { first.append((Array(word), said)) }
        return said
    }
}

/// A word of the data and how a page says it.
final class SaidWord {
    /// As the catalogue has it, else as the data has it.
    let name: String
    let text: String
    /// That of the data, where the page says another.
    let original: String?
    /// Whether it must not be overlooked.
    let isMarked: Bool

    init(_ word: String, _ known: Word?, among marked: Set<String>) {
        name = known?.word ?? word
        text = known?.text ?? word
        original = text == word ? nil : word
        isMarked = marked.contains(name)
    }
}

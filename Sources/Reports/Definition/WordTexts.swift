/// What a page says for the words of a column, by the word.
///
/// Sources write the same word with small and capital letters, by version: `userExtend`, `UserExtend`.
struct WordTexts {
    private let words: [String: Word]

    init(_ words: [Word]) {
        self.words = Dictionary(
            words.map { ($0.word, $0) } + words.map { ($0.word.lowercased(), $0) }
        ) { first, _ in first }
    }

    /// The word as the catalogue has it; nil where it has none.
    subscript(_ word: String) -> Word? {
        words[word] ?? words[word.lowercased()]
    }
}

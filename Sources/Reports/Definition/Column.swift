/// One column of a table: stated once in the catalogue, everything else is derived from it.
public struct Column: Sendable, Equatable {
    /// The name in CSV and JSON, such as `personName`. It never changes once released.
    public let name: String
    /// The header on a page, for people.
    public let title: String
    public let type: ColumnType
    /// What the column says, in one line.
    public let doc: String
    /// For words: the word in the data and what a page says for it, in the order of the catalogue.
    public let words: [Word]
    /// Nil where its words stand in the report.
    public let sharedWords: SharedWords?
    public let page: PagePlace
    /// What the reader fills in; nil for a column of facts.
    public let entry: Entry?

    public init(
        name: String, title: String, type: ColumnType, doc: String, words: [Word] = [],
        sharedWords: SharedWords? = nil, page: PagePlace = PagePlace(), entry: Entry? = nil
    ) {
        self.sharedWords = sharedWords
        self.entry = entry
        self.name = name
        self.title = title
        self.type = type
        self.doc = doc
        self.words = words
        self.page = page
    }
}

extension Column {
    /// The same, shown only when asked for.
    var hidden: Column {
        Column(
            name: name, title: title, type: type, doc: doc, words: words, sharedWords: sharedWords,
            page: PagePlace(
                shown: false, below: page.below, stands: page.stands, marked: page.marked,
                isWide: page.isWide), entry: entry)
    }
}

/// Words that all reports share.
public enum SharedWords: String, Sendable, CaseIterable {
    /// What collections are called (`collections` in `texts.yaml`).
    case collections
    /// Why collections are not complete, as the view `collections` has it in `detail`.
    case shortfalls
}

/// A word of the data and how a page says it.
public struct Word: Sendable, Equatable {
    /// In CSV and JSON, such as `nestedGroup`.
    public let word: String
    /// On a page, such as *through nested groups*.
    public let text: String

    public init(word: String, text: String) {
        self.word = word
        self.text = text
    }
}

/// Where a page shows a column.
public struct PagePlace: Sendable, Equatable {
    /// Shown without being asked for.
    public let shown: Bool
    /// The columns set in small letters beneath this one.
    public let below: [String]
    /// The column of words that stands in where this one is empty: `until` says *does not end*.
    public let stands: String?
    /// The words that must not be overlooked, such as `overdue`.
    public let marked: [String]
    /// Sentences rather than names: twice as wide.
    public let isWide: Bool

    public init(
        shown: Bool = false, below: [String] = [], stands: String? = nil, marked: [String] = [],
        isWide: Bool = false
    ) {
        self.shown = shown
        self.below = below
        self.stands = stands
        self.marked = marked
        self.isWide = isWide
    }
}

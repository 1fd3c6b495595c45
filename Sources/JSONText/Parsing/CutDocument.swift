/// A document too big to be parsed at once, and where its items lie.
struct CutDocument {
    /// The text around the items, with an empty array in their place.
    let skeleton: [UInt8]
    let isPage: Bool
    let start: Place
    /// Behind the document.
    let end: Place
    let windows: [Window]

    /// A place between two characters of the text.
    struct Place {
        /// In bytes of UTF-8 from the beginning of the text.
        let offset: Int
        let line: Int
    }

    /// Some items one after another, with the commas between them.
    struct Window {
        let start: Place
        let count: Int
    }
}

extension YAMLReader {
    /// A name that may stand in SQL, in a CSV header and in JSON: a letter, then letters and digits.
    func identifier() throws(ReportsError) -> String {
        let text = try text()
        guard text.utf8.allSatisfy({ ($0 | 32) &- 97 < 26 || $0 &- 48 < 10 }),
            text.utf8.first.map({ $0 &- 48 >= 10 }) == true
        else { throw error("letters and digits only, a letter first") }
        return text
    }
}

extension String {
    /// A name that may be that of a file.
    var isName: Bool {
        !isEmpty && utf8.allSatisfy { $0 &- 97 < 26 || $0 &- 48 < 10 || $0 == UInt8(ascii: "-") }
    }

    /// A name that a report may have: files of a pack as a whole are called `index` and `tenure`.
    var isReportName: Bool {
        isName && !["index", "tenure"].contains(self)
    }
}

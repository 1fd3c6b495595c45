import GRDB

/// Sets of fields that pages have, each written once; number 0 is what is read of pages at all, -1 the point of
/// `RowPrint`, -2 the key of `PageHash`.
final class PageFields {
    private let insert: Statement
    private var numbers: [String: Int] = [:]
    private var texts: [Int: String] = [:]
    /// The sets that were asked for.
    private var lists: [Int: [String]] = [:]

    init(_ database: Database) throws {
        insert = try Statement(database, "INSERT OR REPLACE INTO pageFields VALUES (?, ?)")
        let list = try Statement(database, "SELECT number, fields FROM pageFields")
        while try list.step() {
            let (number, text) = (Int(list.integer(0) ?? 0), list.text(1) ?? "")
            texts[number] = text
            if number > 0 { numbers[text] = number }
        }
    }

    /// - Returns: false when something else was read of the pages that are there; then they are gone.
    func accept(_ mapping: String, _ database: Database) throws -> Bool {
        if texts[0] == mapping { return true }
        try database.execute(sql: "DELETE FROM page; DELETE FROM pageFields")
        (numbers, texts, lists) = ([:], [:], [:])
        try write(mapping, 0)
        return false
    }

    /// How rows are known again, chosen once for all pages that are there.
    func rowPrint() throws -> RowPrint {
        if let point = texts[-1].flatMap({ UInt64($0) }) { return RowPrint(point: point) }
        let print = RowPrint.random()
        try write(String(print.point), -1)
        return print
    }

    /// How pages are known again, likewise.
    func pageKey() throws -> PageKey {
        if let key = texts[-2].flatMap(PageKey.init) { return key }
        let key = PageKey.random()
        try write(key.text, -2)
        return key
    }

    func number(of names: [String]) throws -> Int {
        let text = names.joined(separator: "\n")
        if let known = numbers[text] { return known }
        let number = max(texts.keys.max() ?? 0, 0) + 1
        try write(text, number)
        numbers[text] = number
        return number
    }

    func names(_ number: Int) -> [String] {
        if let list = lists[number] { return list }
        let list = texts[number]?.split(separator: "\n").map(String.init) ?? []
        lists[number] = list
        return list
    }

    private func write(_ text: String, _ number: Int) throws {
        texts[number] = text
        lists[number] = nil
        insert.bind(1, Int64(number))
        insert.bind(2, text)
        try insert.run()
    }
}

/// How what a file says and what is known make what is to be known.
struct Merging {
    let shape: TableShape

    /// What is not said stands. A reference's name stands as long as it refers to the same, and is not erased by
    /// an empty one (ACCESS.md 5: an empty displayName is absent).
    func merge(_ said: [StoredValue?], onto known: [StoredValue]) -> [StoredValue] {
        var merged = zip(said, known).map { $0 ?? $1 }
        for (name, id) in shape.names where said[name] == nil || said[name] == .null {
            merged[name] = merged[id] == known[id] && merged[id] != .null ? known[name] : .null
        }
        if let list = shape.growing { merged[list] = grown(known[list], by: said[list] ?? .null) }
        return merged
    }

    private func grown(_ known: StoredValue, by said: StoredValue) -> StoredValue {
        guard case .text(let old) = known, case .text(let new) = said else {
            return said == .null ? known : said
        }
        let words = Set(old.split(separator: ",")).union(new.split(separator: ","))
        return .text(words.sorted().joined(separator: ","))
    }

    /// Whether the cells, merged into the found version, would change nothing of it.
    func says(_ cells: UnsafeBufferPointer<Cell>, what find: Statement) -> Bool {
        for (place, cell) in cells.enumerated() {
            let column = TableStatements.firstValue + Int32(place)
            switch cell {
            case .absent: continue
            case .null: guard find.isNull(column) || isKept(place, find) else { return false }
            case .integer(let integer): guard find.holds(integer, column) else { return false }
            case .text(let text): guard find.holds(text, column) else { return false }
            case .id: return false
            }
        }
        // Names whose id is empty are empty.
        return shape.names.allSatisfy { name, id in
            find.isNull(TableStatements.firstValue + Int32(name))
                || !find.isNull(TableStatements.firstValue + Int32(id))
        }
    }

    /// Whether an empty value leaves the known one: a name's, as long as its id is the same.
    private func isKept(_ place: Int, _ find: Statement) -> Bool {
        guard let id = shape.names[place] else { return false }
        return !find.isNull(TableStatements.firstValue + Int32(id))
    }
}

extension StoredValue {
    init?(_ cell: Cell) {
        switch cell {
        case .absent: return nil
        case .null, .id: self = .null
        case .integer(let integer): self = .integer(integer)
        case .text(let text): self = .text(String(decoding: text, as: UTF8.self))
        }
    }
}

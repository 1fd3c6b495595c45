import Store

extension PageDocument {
    func write(to bytes: inout PageBytes, _ book: PageBook) throws {
        bytes.append(plan.number)
        bytes.append(keys: parents)
        end.write(to: &bytes)
        bytes.append(items)
        bytes.append(keys: keys)
        bytes.append(prints: prints)
        bytes.append(try book.number(ofFields: fields))
        bytes.append(unknown.count)
        for (place, field) in fields.enumerated() {
            guard let count = unknown[field] else { continue }
            bytes.append(place)
            bytes.append(count)
        }
        bytes.append(lists.count)
        for list in lists {
            bytes.append(list.plan.number)
            bytes.append(Int(list.parent))
            bytes.append((list.isWhole ? 1 : 0) + (list.isCut ? 2 : 0))
            bytes.append(keys: list.keys)
        }
        bytes.append(told.count)
        for (source, keys) in told.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
            bytes.append(Int(source.rawValue))
            // Edges tell of those that they lead to.
            let isSame = keys == self.keys
            bytes.append(isSame ? 1 : 0)
            if !isSame { bytes.append(keys: keys) }
        }
    }

    /// - Returns: nil when the bytes are none of ours.
    init?(_ bytes: inout PageReader, _ book: PageBook) {
        guard let plan = EntityPlan.numbered(bytes.number()) else { return nil }
        self.init(plan, parents: bytes.keys())
        end = Harvest.DocumentEnd(&bytes)
        items = bytes.number()
        keys = bytes.keys()
        prints = bytes.prints(count: keys.count)
        let number = bytes.number()
        fieldsNumber = number
        fields = book.fields(number: number)
        for _ in 0..<bytes.number() {
            let (place, count) = (bytes.number(), bytes.number())
            if place < fields.count { unknown[fields[place]] = count }
        }
        for _ in 0..<bytes.number() {
            guard let plan = EntityPlan.numbered(bytes.number()) else { return nil }
            let (parent, flags) = (Int64(bytes.number()), bytes.number())
            lists.append(
                List(
                    plan: plan, parent: parent, isWhole: flags & 1 == 1, isCut: flags & 2 == 2,
                    keys: bytes.keys()))
        }
        for _ in 0..<bytes.number() {
            guard let source = ToldSource(rawValue: Int64(bytes.number())) else { return nil }
            told[source] = bytes.number() == 1 ? keys : bytes.keys()
        }
    }

    /// All documents of a page.
    static func all(_ content: [UInt8], _ book: PageBook) -> [PageDocument] {
        var bytes = PageReader(content)
        var documents: [PageDocument] = []
        while !bytes.isAtEnd, let document = PageDocument(&bytes, book) { documents.append(document) }
        return documents
    }
}

extension EntityPlan {
    static func numbered(_ number: Int) -> EntityPlan? {
        all.indices.contains(number) ? all[number] : nil
    }
}

extension Harvest.DocumentEnd {
    fileprivate func write(to bytes: inout PageBytes) {
        switch self {
        case .object: bytes.append(0)
        case .list: bytes.append(1)
        case .page(let isLast, let isDelta, let count):
            bytes.append(2 + (isLast ? 1 : 0) + (isDelta ? 2 : 0) + (count == nil ? 0 : 4))
            if let count { bytes.append(count) }
        }
    }

    fileprivate init(_ bytes: inout PageReader) {
        let kind = bytes.number()
        guard kind >= 2 else {
            self = kind == 0 ? .object : .list
            return
        }
        let flags = kind - 2
        self = .page(
            isLast: flags & 1 != 0, isDelta: flags & 2 != 0, count: flags & 4 != 0 ? bytes.number() : nil)
    }
}

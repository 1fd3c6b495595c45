import JSONText
import Store

extension ItemReader {
    /// Lists within an object are collections of their own.
    ///
    /// - Returns: whether something is to be said of them.
    func writeLists(of object: JSONValue, into rows: RowBuffer, isSparse: Bool) -> Bool {
        let place = rows.reserveCount()
        var (count, isLacking) = (0, false)
        for (index, inline) in plan.entity.inlines.enumerated() {
            guard let name = inline.keys.first(where: { object.member(named: $0) != nil }),
                let list = object.member(named: name), !list.isNull,
                let reader = reader(ofList: index)
            else { continue }
            count += 1
            rows.append(count: index)
            rows.append(count: list.kind == .array ? 1 : 0)
            rows.append(text: name)
            guard list.kind == .array else {
                isLacking = true
                continue
            }
            rows.append(count: object.isCut(name) ? 1 : 0)
            let places = (rows.reserveCount(), rows.reserveCount())
            var (written, refused) = (0, 0)
            // What is lacking within is said at the line of the whole.
            func line() -> Int {
                isLacking = true
                return 1
            }
            list.forEachElement { element in
                if plan.entity.inlines[index].isDelta {
                    guard !writeRemoval(element, into: rows) else {
                        written += 1
                        return
                    }
                    rows.append(count: 0)
                }
                if reader.read(element, line: line, into: rows, withLists: false, isSparse: isSparse) {
                    written += 1
                } else {
                    if plan.entity.inlines[index].isDelta { rows.removeLast(to: rows.count - 4) }
                    refused += 1
                    isLacking = true
                }
            }
            rows.set(count: written, at: places.0)
            rows.set(count: refused, at: places.1)
        }
        rows.set(count: count, at: place)
        return isLacking
    }

    /// Writes who is said to have gone.
    ///
    /// - Returns: false when the element says no such thing, or not of whom.
    private func writeRemoval(_ element: JSONValue, into rows: RowBuffer) -> Bool {
        guard let removed = element.member("@removed"), let id = element.bytes("id"), !id.isEmpty else {
            return false
        }
        rows.append(count: 1)
        rows.append(count: Removal(removed).rawValue)
        rows.append(id: id)
        return true
    }

    private func reader(ofList index: Int) -> ItemReader? {
        if let known = listReaders[index] { return known }
        listReaders[index] = EntityPlan.byName[plan.entity.inlines[index].entity].map(ItemReader.init)
        return listReaders[index]
    }
}

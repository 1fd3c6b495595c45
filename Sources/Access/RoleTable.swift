/// What is noted of roles for one person after the other: looked up by number, emptied at the cost of what it
/// held.
struct RoleTable<Value: Sendable>: Sendable {
    private var values: [Value?] = []
    private var filled: [Int] = []

    subscript(number: Int) -> Value? {
        get { number < values.count ? values[number] : nil }
        set {
            if number >= values.count {
                values += Array(repeating: nil, count: max(number + 1, values.count * 2) - values.count)
            }
            if values[number] == nil { filled.append(number) }
            values[number] = newValue
        }
    }

    mutating func removeAll() {
        for number in filled { values[number] = nil }
        filled.removeAll(keepingCapacity: true)
    }
}

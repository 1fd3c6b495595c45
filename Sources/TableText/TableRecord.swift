/// A row of a table, valid until the next one is read.
public struct TableRecord {
    /// Where it begins.
    public internal(set) var place = TablePlace()
    /// The fields without their quotes, one behind another.
    var text: [UInt8] = []
    /// Where each field ends in the text.
    var ends: [Int] = []
    /// Where each field begins in the file.
    var places: [TablePlace] = []

    public var count: Int { ends.count }

    /// The UTF-8 of a field.
    public subscript(index: Int) -> ArraySlice<UInt8> {
        text[(index == 0 ? 0 : ends[index - 1])..<ends[index]]
    }

    /// Where a field begins.
    public func place(of index: Int) -> TablePlace { places[index] }

    /// A line with nothing on it.
    var isBlank: Bool { ends.count == 1 && text.isEmpty }

    mutating func begin(at place: TablePlace) {
        self.place = place
        text.removeAll(keepingCapacity: true)
        ends.removeAll(keepingCapacity: true)
        places.removeAll(keepingCapacity: true)
    }
}

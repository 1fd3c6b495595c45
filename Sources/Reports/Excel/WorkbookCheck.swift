/// Reads a workbook back before it is published: libxlsxwriter copies rows from one temporary file to another and
/// does not notice when a full disk takes some of them.
enum WorkbookCheck {
    /// Refuses a file in which a sheet does not hold as many bytes of rows as were written.
    ///
    /// - Parameter bytesOfRows: of each sheet, in order.
    static func check(_ file: OutputFile, bytesOfRows: [Int]) throws(ReportsError) {
        let archive = try ZipReader(file.temporaryPath, for: file.path)
        var rest = bytesOfRows[...]
        var isWhole = true
        while let entry = archive.next() {
            guard entry.name.hasPrefix("xl/worksheets/sheet") else { continue }
            guard let expected = rest.popFirst() else {
                isWhole = false
                break
            }
            let counter = RowCounter(expected)
            isWhole = archive.inflate(entry, counter.take) && counter.isWhole && isWhole
        }
        guard isWhole, rest.isEmpty else {
            throw .unwritable(path: file.path, problem: "rows were lost on the way; is the disk full?")
        }
    }
}

/// Goes over a sheet's XML: what is before its rows, as many bytes as they should be, what is behind.
private final class RowCounter {
    private var rest: Int
    private var head: [UInt8] = []
    private var tail: [UInt8] = []
    private var isBefore = true

    init(_ expected: Int) {
        rest = expected
    }

    var isWhole: Bool {
        !isBefore && rest == 0 && tail.starts(with: "</sheetData>".utf8)
            && tail.suffix(12).elementsEqual("</worksheet>".utf8)
    }

    func take(_ bytes: UnsafeBufferPointer<UInt8>) {
        guard isBefore else { return count(bytes) }
        head.append(contentsOf: bytes)
        guard let mark = head.firstRange(of: "<sheetData>".utf8) else { return }
        isBefore = false
        head.withUnsafeBufferPointer { count(UnsafeBufferPointer(rebasing: $0[mark.upperBound...])) }
        head = []
    }

    private func count(_ bytes: UnsafeBufferPointer<UInt8>) {
        let rows = min(rest, bytes.count)
        rest -= rows
        tail.append(contentsOf: bytes[rows...])
    }
}

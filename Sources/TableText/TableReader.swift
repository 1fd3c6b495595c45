/// Reads a table (RFC 4180) piece by piece: rows of fields parted by commas, semicolons or tabs, as the header shows,
/// lines ended by `\n` or `\r\n`, fields in quotes where they hold any of these.
///
/// The text is UTF-8 without a byte order mark. What is held is one row, which may have a megabyte. Every row has as
/// many fields as the header; lines with nothing on them are passed over.
public final class TableReader {
    public static let recordLimit = 1 << 20
    public static let fieldLimit = 1000

    enum State { case fieldStart, plain, quoted, quoteInQuoted, carriageReturn }

    var record = TableRecord()
    var state = State.fieldStart
    /// Where the next byte stands.
    var place = TablePlace()
    var quotePlace = TablePlace()
    /// Nil until the header has shown it.
    private var delimiter: UInt8?
    /// The beginning of the text, up to the end of the header.
    private var opening: [UInt8] = []
    private var fieldCount: Int?
    private let body: (TableRecord) throws(LocatedTableFault) -> Void

    /// - Parameter body: told of each row, the header first.
    public init(_ body: @escaping (TableRecord) throws(LocatedTableFault) -> Void) {
        self.body = body
    }

    /// Reads the next piece of the text; without bytes, the text is at its end.
    public func read(_ piece: UnsafeRawBufferPointer) throws(LocatedTableFault) {
        guard delimiter == nil else { return piece.isEmpty ? try end() : try take(piece) }
        opening += piece
        guard piece.isEmpty || TableOpening.holdsHeader(opening) || opening.count > TableReader.recordLimit
        else {
            return
        }
        let head = TableOpening(opening)
        delimiter = head.delimiter
        place.line += head.skippedLines
        let rest = Array(opening.dropFirst(head.skipped))
        opening = []
        try take(rest)
        if piece.isEmpty { try end() }
    }

    private func take(_ bytes: [UInt8]) throws(LocatedTableFault) {
        // The standard library's own closure does not say what it throws.
        var failure: LocatedTableFault?
        bytes.withUnsafeBytes { bytes in
            do throws(LocatedTableFault) { try take(bytes) } catch { failure = error }
        }
        if let failure { throw failure }
    }

    private func take(_ piece: UnsafeRawBufferPointer) throws(LocatedTableFault) {
        var index = 0
        while index < piece.count {
            let run = plainRun(piece, from: index)
            if run > index {
                if state == .fieldStart { state = .plain }
                record.text.append(contentsOf: piece[index..<run])
                index = run
            } else {
                try take(piece[index])
                index += 1
            }
            if record.text.count > TableReader.recordLimit { try throwTooLarge() }
        }
    }

    /// The end of the bytes that belong to the field as they are.
    private func plainRun(_ piece: UnsafeRawBufferPointer, from start: Int) -> Int {
        guard state == .fieldStart || state == .plain || state == .quoted else { return start }
        let quote = UInt8(ascii: "\"")
        // In quotes a delimiter is text.
        let special = state == .quoted ? quote : delimiter ?? quote
        var (index, scalars) = (start, 0)
        while index < piece.count {
            let byte = piece[index]
            if byte == special || byte == quote || byte == 0x0A || byte == 0x0D || byte == 0 { break }
            scalars += byte & 0xC0 == 0x80 ? 0 : 1
            index += 1
        }
        if index > start, state == .fieldStart { beginField() }
        place.column += scalars
        return index
    }

    /// Takes a byte that is more than a part of a field.
    private func take(_ byte: UInt8) throws(LocatedTableFault) {
        guard byte != 0 else { throw LocatedTableFault(fault: .zeroByte, place: place) }
        switch state {
        case .quoted: takeQuoted(byte)
        case .carriageReturn:
            guard byte == 0x0A else {
                throw LocatedTableFault(fault: .carriageReturn, place: place)
            }
            try endRecord()
        case .fieldStart, .plain, .quoteInQuoted: try takeOutside(byte)
        }
    }

    private func takeQuoted(_ byte: UInt8) {
        if byte == UInt8(ascii: "\"") {
            state = .quoteInQuoted
        } else {
            record.text.append(byte)
        }
        if byte == 0x0A {
            place.line += 1
            place.column = 1
        } else {
            place.column += 1
        }
    }

    private func takeOutside(_ byte: UInt8) throws(LocatedTableFault) {
        if state == .fieldStart { beginField() }
        switch byte {
        case delimiter:
            try endField()
            place.column += 1
        case 0x0A: try endRecord()
        case 0x0D:
            state = .carriageReturn
            place.column += 1
        case UInt8(ascii: "\"") where state == .fieldStart:
            state = .quoted
            quotePlace = place
            place.column += 1
        case UInt8(ascii: "\"") where state == .quoteInQuoted:
            record.text.append(byte)
            state = .quoted
            place.column += 1
        default:
            throw LocatedTableFault(
                fault: state == .plain ? .quoteInField : .textBehindQuote, place: place)
        }
    }
}

extension TableReader {
    private func beginField() {
        if record.ends.isEmpty, record.places.isEmpty { record.begin(at: place) }
        record.places.append(place)
    }

    private func endField() throws(LocatedTableFault) {
        record.ends.append(record.text.count)
        state = .fieldStart
        guard record.ends.count < TableReader.fieldLimit else {
            throw LocatedTableFault(fault: .tooManyFields(limit: TableReader.fieldLimit), place: place)
        }
    }

    private func endRecord() throws(LocatedTableFault) {
        try endField()
        try handOut()
        place.line += 1
        place.column = 1
    }

    private func end() throws(LocatedTableFault) {
        switch state {
        case .quoted: throw LocatedTableFault(fault: .quoteNotClosed, place: quotePlace)
        case .carriageReturn: throw LocatedTableFault(fault: .carriageReturn, place: place)
        case .fieldStart where record.ends.isEmpty: return
        case .fieldStart: beginField()
        case .plain, .quoteInQuoted: break
        }
        try endField()
        try handOut()
    }

    private func handOut() throws(LocatedTableFault) {
        defer { record.begin(at: place) }
        guard !record.isBlank else { return }
        try checkText()
        let expected = fieldCount ?? record.count
        guard record.count == expected else {
            throw LocatedTableFault(
                fault: .fieldCount(found: record.count, expected: expected),
                place: record.place(of: min(expected, record.count - 1)))
        }
        fieldCount = expected
        try body(record)
    }

    private func checkText() throws(LocatedTableFault) {
        guard record.text.contains(where: { $0 >= 0x80 }) else { return }
        for index in 0..<record.count where String(validating: record[index], as: UTF8.self) == nil {
            throw LocatedTableFault(fault: .invalidUTF8, place: record.place(of: index))
        }
    }

    private func throwTooLarge() throws(LocatedTableFault) {
        guard state != .quoted else { throw LocatedTableFault(fault: .quoteNotClosed, place: quotePlace) }
        throw LocatedTableFault(
            fault: .recordTooLarge(limit: TableReader.recordLimit), place: record.place)
    }
}

/// What the cells of a row come to.
extension PageRowWriter {
    mutating func write(_ index: Int, of row: LentRow, to writer: ByteWriter) {
        let cell = shown(index, of: row)
        if let entry = columns[index].entry {
            openCell(index, " entry", to: writer)
            entry.write(cell.text, row: count, of: spoken(row), to: writer)
            return
        }
        if !isFilled[index] { isFilled[index] = !cell.isNull || columns[index].stands != nil }
        switch cell {
        case .null:
            openCell(index, to: writer)
            if let stands = columns[index].stands, case .text(let word) = shown(stands, of: row) {
                write(instead: word, at: index, to: writer)
            }
        case .text(let text) where columns[index].isLink: write(link: text, at: index, to: writer)
        case .text(let text) where columns[index].isWord: write(word: text, at: index, to: writer)
        case .text(let text):
            openCell(index, to: writer)
            write(text: text, at: index, to: writer)
        case .boolean(let value):
            openCell(index, value: value ? "true" : "false", to: writer)
            writer.write(text: value ? truths.yes : truths.no)
        case .integer(let value):
            openCell(index, to: writer)
            writer.write(value)
        case .instant(let instant):
            openCell(index, to: writer)
            writer.write(pageTime: instant)
        case .path(let steps):
            openCell(index, to: writer)
            writer.write(pagePath: steps, joinedBy: " &gt; ")
        }
        // What stands in is not said a second time beneath.
        for below in columns[index].below where below != columns[index].stands || !cell.isNull {
            write(below: below, shown(below, of: row), to: writer)
        }
    }

    private mutating func write(
        instead word: UnsafeBufferPointer<UInt8>, at index: Int, to writer: ByteWriter
    ) {
        guard let said = wordsInstead[index]?.say(word) else { return }
        writer.write("<em>")
        writer.write(pageText: said.text)
        writer.write("</em>")
    }

    private mutating func write(
        word: UnsafeBufferPointer<UInt8>, at index: Int, to writer: ByteWriter
    ) {
        let said = words[index].say(word)
        openCell(index, said.isMarked ? " marked" : "", value: said.original, to: writer)
        writer.write(pageText: said.text)
    }

    /// What is opened does not learn from where. What should not be opened is text.
    private func write(link bytes: UnsafeBufferPointer<UInt8>, at index: Int, to writer: ByteWriter) {
        openCell(index, to: writer)
        let link = String(decoding: bytes, as: UTF8.self)
        guard link.isWebAddress || link.isFileBeside else { return write(text: bytes, at: index, to: writer) }
        writer.write("<a rel=\"noreferrer\" href=\"")
        writer.write(escaped: link)
        writer.write("\">")
        writer.write(pageText: link)
        writer.write("</a>")
    }

    @inline(__always)
    private func write(text: UnsafeBufferPointer<UInt8>, at index: Int, to writer: ByteWriter) {
        if text.count > PageRowWriter.longText {
            write(longText: text, at: index, to: writer)
        } else if columns[index].isText, text.isDomain {
            writer.write(breakable: text)
        } else {
            writer.write(pageText: text)
        }
    }

    /// A text that would push its row off the screen gets a frame that scrolls.
    private func write(longText text: UnsafeBufferPointer<UInt8>, at index: Int, to writer: ByteWriter) {
        writer.write("<div class=\"long\" tabindex=\"0\" role=\"group\" aria-label=\"")
        writer.write(text: columns[index].title)
        writer.write("\">")
        writer.write(pageText: text)
        writer.write("</div>")
    }

    private static let longText = 600
    private static let longName = 20

    /// Of a column with marked words only these are worth a line of their own.
    private mutating func write(below index: Int, _ cell: LentCell, to writer: ByteWriter) {
        switch cell {
        case .text(let word) where columns[index].isWord:
            let said = words[index].say(word)
            guard said.isMarked || !columns[index].isMarking else { return }
            writer.write(said.isMarked ? "<small class=\"marked\">" : "<small>")
            writer.write(pageText: said.text)
        case .text(let text) where !text.isEmpty && text.count <= PageRowWriter.longText:
            if !namesBeneath[index], text.count > PageRowWriter.longName, text.isUnspaced {
                namesBeneath[index] = true
            }
            writer.write("<small>")
            writer.write(breakable: text)
        case .path(let steps) where !steps.isEmpty:
            writer.write("<small>")
            writer.write(pagePath: steps, joinedBy: " › ")
        case .instant(let instant):
            writer.write("<small>")
            writer.write(pageTime: instant)
        default: return
        }
        writer.write("</small>")
    }
}

/// Writes what a reader fills in: buttons for a few choices, a list for many, room for a text.
struct EntryWriter {
    /// More choices than this are a list.
    static let mostButtons = 4

    private let entry: Entry
    /// Escaped.
    private let title: String
    /// The start of the name by which the buttons of a row belong together.
    private let name: String

    init(_ entry: Entry, _ column: Column, at index: Int, in table: Table) {
        self.entry = entry
        title = XMLText.escaped(column.title)
        name = "\(table.name)-\(index)-"
    }

    /// - Parameters:
    ///   - value: what the data brings; mostly nothing.
    ///   - subject: of whom the row is, for who hears the page.
    func write(_ value: String?, row: Int, of subject: String, to writer: ByteWriter) {
        switch entry {
        case .text:
            writer.write("<textarea rows=\"1\"")
            write(label: subject, to: writer)
            if let value { writer.write(escaped: value) }
            writer.write("</textarea>")
        case .choice(let choices):
            let other = value.flatMap { choices.contains($0) ? nil : $0 }
            let all = choices + [other].compactMap(\.self)
            let isList = choices.count > EntryWriter.mostButtons
            writer.write(isList ? "<select" : "<span class=\"choices\" role=\"radiogroup\"")
            write(label: subject, to: writer)
            if isList { writer.write("<option value=\"\"></option>") }
            for choice in all {
                isList
                    ? write(option: choice, isChosen: choice == value, to: writer)
                    : write(button: choice, row: row, isChosen: choice == value, to: writer)
            }
            writer.write(isList ? "</select>" : "</span>")
        }
    }

    private func write(label subject: String, to writer: ByteWriter) {
        writer.write(" aria-label=\"")
        writer.write(text: title)
        if !subject.isEmpty {
            writer.write(": ")
            writer.write(escaped: subject)
        }
        writer.write("\">")
    }

    private func write(option choice: String, isChosen: Bool, to writer: ByteWriter) {
        writer.write("<option value=\"")
        writer.write(escaped: choice)
        writer.write(isChosen ? "\" selected=\"selected\">" : "\">")
        writer.write(escaped: choice)
        writer.write("</option>")
    }

    private func write(button choice: String, row: Int, isChosen: Bool, to writer: ByteWriter) {
        writer.write("<label><input type=\"radio\" name=\"")
        writer.write(text: name + String(row))
        writer.write("\" value=\"")
        writer.write(escaped: choice)
        writer.write(isChosen ? "\" checked=\"checked\" />" : "\" />")
        writer.write(escaped: choice)
        writer.write("</label> ")
    }
}

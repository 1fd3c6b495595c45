/// The JSON that a translator makes of a text.
final class TranslatedInput: StoredInput {
    private let text: TextInput
    private let translator: any TextTranslator
    private let piece = ByteBlock(count: 1 << 16)
    private var json: [UInt8] = []
    private var delivered = 0
    private var isAtEnd = false

    var name: String { text.name }

    init(_ text: TextInput, by translator: any TextTranslator) {
        self.text = text
        self.translator = translator
    }

    func rewind() throws(JSONTextError) {
        try text.rewind()
        translator.begin()
        json.removeAll(keepingCapacity: true)
        delivered = 0
        isAtEnd = false
    }

    func seek(to offset: Int) -> Bool { false }

    func checkUnchanged() throws(JSONTextError) { try text.checkUnchanged() }

    func read(into target: UnsafeMutableRawBufferPointer) throws(JSONTextError) -> Int {
        while delivered == json.count {
            if isAtEnd { return 0 }
            try translateSome()
        }
        let count = min(target.count, json.count - delivered)
        json.withUnsafeBytes {
            target.copyMemory(from: UnsafeRawBufferPointer(rebasing: $0[delivered...].prefix(count)))
        }
        delivered += count
        return count
    }

    private func translateSome() throws(JSONTextError) {
        json.removeAll(keepingCapacity: true)
        delivered = 0
        let count = try text.read(into: piece.bytes)
        isAtEnd = count == 0
        do {
            try translator.translate(UnsafeRawBufferPointer(piece[0..<count]), into: &json)
        } catch {
            throw .untranslatable(file: name, line: error.line, column: error.column, reason: error.reason)
        }
    }
}

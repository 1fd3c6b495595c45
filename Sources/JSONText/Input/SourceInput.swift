/// What somebody else reads, as the stored bytes of a file.
final class SourceInput: StoredInput {
    let name: String
    private let source: any ByteSource

    init(_ source: any ByteSource, name: String) {
        self.source = source
        self.name = name
    }

    func read(into target: UnsafeMutableRawBufferPointer) throws(JSONTextError) -> Int {
        do { return try source.read(into: target) } catch { throw .changed(file: name) }
    }

    func rewind() { source.rewind() }

    func seek(to offset: Int) -> Bool { false }

    func checkUnchanged() throws(JSONTextError) {
        do { try source.checkUnchanged() } catch { throw .changed(file: name) }
    }
}

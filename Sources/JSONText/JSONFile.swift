/// A file of JSON exports, of any size.
///
/// The file is plain or gzip, in UTF-8 (with or without byte order mark) or in UTF-16 with one. It holds one
/// document, or several one after another: pages put into one file, or JSON Lines.
///
/// ```swift
/// try JSONFile(path: path, name: "users.json").read { document in
///     let context = document.envelope.member("@odata.context")?.string
///     try document.forEachItem { item in
///         guard let id = item.value.member("id")?.string else { throw ImportError.noId(line: item.line) }
///         ids.append(id)
///     }
/// }
/// ```
///
/// Memory stays bounded: a big array, be it a document or the `value` of one, is cut into windows of about a
/// megabyte. What cannot be cut, an item of an array or an object, may have 64 MB of text; parsed it takes up
/// to fourteen times as much.
public struct JSONFile: Sendable {
    public let path: String
    /// What the file is called in errors.
    public let name: String
    /// Makes what turns the file's text into JSON, where it is none.
    let translator: (@Sendable () -> any TextTranslator)?
    var limits = JSONLimits()

    public init(
        path: String, name: String? = nil, translator: (@Sendable () -> any TextTranslator)? = nil
    ) {
        self.path = path
        self.name = name ?? path
        self.translator = translator
    }

    /// Validates the whole file, then hands out its documents in the order of the text.
    ///
    /// A file with any fault contributes nothing: the error is thrown before the first document is handed
    /// out. For this a file is read twice, unless it is a single document up to 16 MB.
    ///
    /// - Parameters:
    ///   - observer: Receives the bytes of the file as they are on disk, each once and in order, and all of
    ///     them before the first document is handed out: to be hashed, for example.
    ///   - body: Receives a document, which is valid within this call only.
    /// - Throws: ``JSONTextError``, and what `body` throws. ``JSONTextError/changed(file:)`` comes after
    ///   documents were handed out: what was made of them is to be given up.
    public func read(
        observer: ((UnsafeRawBufferPointer) -> Void)? = nil, _ body: (JSONDocument) throws -> Void
    ) throws {
        try read(FileInput(path: path, name: name, observer: observer), body)
    }

    /// As above, of a file that something else reads.
    public func read(source: any ByteSource, _ body: (JSONDocument) throws -> Void) throws {
        try read(SourceInput(source, name: name), body)
    }

    /// As above, of a file that is in memory as a whole.
    public func read(
        bytes: UnsafeRawBufferPointer, _ body: (JSONDocument) throws -> Void
    ) throws {
        try read(MemoryInput(bytes, name: name), body)
    }

    private func read(_ file: any StoredInput, _ body: (JSONDocument) throws -> Void) throws {
        var input = try TextInput(file)
        if let translator { input = try TextInput(TranslatedInput(input, by: translator())) }
        let reading = try Reading(input: input, limits: limits)
        let survey = try reading.validSurvey()
        guard survey.count > 0 else { throw JSONTextError.noDocument(file: name) }
        try input.checkUnchanged()
        do {
            try reading.handOut(survey, body)
        } catch is Broken {
            throw JSONTextError.changed(file: name)
        }
        try input.checkUnchanged()
    }
}

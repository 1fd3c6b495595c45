import Foundation

extension Metadata {
    /// Reads a CSDL document, streaming; `$metadata` of Microsoft Graph is one.
    ///
    /// The file is hostile until read: nothing is fetched, a document type declaration is refused before any of its
    /// entities is declared, what nests deeper than 256 elements or is larger than 32 MB is refused.
    ///
    /// - Throws: `GraphSchemaError`, with line and column where the text is at fault.
    public static func read(_ path: String) throws(GraphSchemaError) -> Metadata {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { throw .unreadable(path: path, problem: String(cString: strerror(errno))) }
        defer { close(file) }
        var facts = stat()
        if fstat(file, &facts) == 0, facts.st_mode & S_IFMT == S_IFDIR {
            throw .unreadable(path: path, problem: "it is a folder; name the file with the $metadata")
        }
        let reading = CSDLReading(file)
        reading.run()
        if let problem = reading.readProblem { throw .unreadable(path: path, problem: problem) }
        if let fault = reading.fault {
            throw .malformed(path: path, line: fault.line, column: fault.column, problem: fault.problem)
        }
        let metadata = reading.builder.finished()
        guard !metadata.structures.isEmpty else { throw .noSchema(path: path) }
        return metadata
    }
}

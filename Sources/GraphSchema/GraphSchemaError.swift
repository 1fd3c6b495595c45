/// Why a file of metadata cannot be held against anything.
public enum GraphSchemaError: Error, Hashable, Sendable {
    case unreadable(path: String, problem: String)
    /// No well-formed XML, or no CSDL of OData 4. Lines and columns count from 1.
    case malformed(path: String, line: Int, column: Int, problem: String)
    case noSchema(path: String)
    case foreign(path: String)
}

extension GraphSchemaError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .unreadable(let path, let problem): "cannot read \(path): \(problem)"
        case .malformed(let path, 1, 1, let problem):
            "\(path):1:1: \(problem); a $metadata is an XML document"
        case .malformed(let path, let line, let column, let problem): "\(path):\(line):\(column): \(problem)"
        case .noSchema(let path):
            "\(path) is XML, but holds no types of OData (edmx:Edmx, Schema, EntityType); is it a $metadata?"
        case .foreign(let path):
            "\(path) holds no type that an import reads; is it the $metadata of Microsoft Graph?"
        }
    }
}

public import GraphImport

/// Exports that something else brings.
public struct ImportSource: Sendable {
    /// Files and folders.
    public let paths: [String]
    public let completeness: ImportOptions.Completeness
}

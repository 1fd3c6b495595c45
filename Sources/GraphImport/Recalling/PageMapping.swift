import Store

/// What is read of pages, as a text that changes with it: then known pages are read anew.
enum PageMapping {
    /// To be raised when known pages are written down otherwise, or declarations read otherwise.
    private static let version = 3

    static func text(tool: String) -> String {
        var declarations = EntityDocumentation.markdown
        let hash = declarations.withUTF8 { PageHash(place: "", bytes: UnsafeRawBufferPointer($0)) }
        return "\(tool), \(version), \(hash)"
    }
}

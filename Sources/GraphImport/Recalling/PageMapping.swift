import Store

/// What is read of pages, as a text that changes with it: then known pages are read anew.
enum PageMapping {
    /// To be raised when known pages are written down otherwise, or declarations read otherwise.
    private static let version = 7

    static func text(tool: String) -> String {
        "\(tool), \(version), \(PlaceHash.number(EntityDocumentation.markdown))"
    }
}

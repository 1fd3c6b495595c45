import Model

/// A file that may hold an export.
struct InputFile: Sendable {
    /// As named by the user, for messages.
    let path: String
    /// The folders and the name, relative to what the user named.
    let components: [String]
    let modifiedAt: Instant
    /// In bytes, when it was listed.
    let size: Int

    var folder: String { components.dropLast().joined(separator: "/") }
}

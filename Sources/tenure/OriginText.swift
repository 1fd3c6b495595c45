import Store

/// From which files the versions of an object came, as lines.
struct OriginText {
    let origins: Origins

    var text: String {
        origins.versions.map { version in
            let parent = version.parent.map { " of \($0)" } ?? ""
            let files =
                version.files.isEmpty
                ? "which file told it is not known any more" : version.files.joined(separator: ", ")
            return "\(version.entity)\(parent)  snapshot \(version.snapshot), observed \(version.observedAt)"
                + "\(version.isOpen ? "" : ", no longer so"): \(files)".singleLine
        }.joined(separator: "\n")
    }
}

/// The version of this tool, as it is written into databases and reports.
enum Version {
    static let text = "0.1.0"
}

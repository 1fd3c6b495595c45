import Foundation

/// Writes a Swift file that holds other files as text: `EmbedTool OUTPUT INPUT…`.
///
/// An input is known by its folder and name, such as `reports/access.yaml`.
@main
struct EmbedTool {
    static func main() throws {
        let arguments = CommandLine.arguments.dropFirst()
        guard let output = arguments.first else {
            throw CocoaError(.fileNoSuchFile)
        }
        var source = "/// Made by EmbedTool from `reports/` and `templates/`.\nenum EmbeddedFiles {\n"
        source += "    static let all: [String: String] = [\n"
        for path in arguments.dropFirst() {
            let url = URL(fileURLWithPath: path)
            let name = url.deletingLastPathComponent().lastPathComponent + "/" + url.lastPathComponent
            let text = try String(contentsOf: url, encoding: .utf8)
            source += "        \(literal(name)): \(literal(text)),\n"
        }
        source += arguments.count > 1 ? "    ]\n}\n" : "        :\n    ]\n}\n"
        try source.write(toFile: output, atomically: true, encoding: .utf8)
    }

    /// The text as a Swift string literal on one line.
    static func literal(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"", "\\": result += "\\" + String(scalar)
            case "\n": result += "\\n"
            case _ where scalar.value < 0x20 || scalar.value == 0x7F:
                result += "\\u{" + String(scalar.value, radix: 16) + "}"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }
}

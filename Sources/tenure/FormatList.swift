import ArgumentParser
import Reports

/// `html,csv,json,xlsx`
struct FormatList: CustomStringConvertible {
    let formats: [FormatName]

    static let all = FormatList(formats: FormatName.allCases)
    static let standard = FormatList(formats: FormatName.standard)

    init(formats: [FormatName]) {
        self.formats = formats
    }

    /// - Throws: `ValidationError`, naming the formats that there are.
    @Sendable init(_ argument: String) throws {
        var formats: [FormatName] = []
        for part in argument.split(separator: ",", omittingEmptySubsequences: false) {
            guard let format = FormatName(rawValue: part.lowercased()) else {
                throw ValidationError("\"\(part)\" is no format; there are \(FormatList.all)")
            }
            if !formats.contains(format) { formats.append(format) }
        }
        self.formats = formats
    }

    var description: String {
        formats.map(\.rawValue).joined(separator: ",")
    }
}

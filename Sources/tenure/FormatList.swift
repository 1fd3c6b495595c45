import ArgumentParser
import Reports

/// `html,csv,json`
struct FormatList: ExpressibleByArgument, CustomStringConvertible {
    let formats: [FormatName]

    static let all = FormatList(formats: FormatName.allCases)

    init(formats: [FormatName]) {
        self.formats = formats
    }

    init?(argument: String) {
        var formats: [FormatName] = []
        for part in argument.split(separator: ",", omittingEmptySubsequences: false) {
            guard let format = FormatName(rawValue: part.lowercased()) else { return nil }
            if !formats.contains(format) { formats.append(format) }
        }
        self.formats = formats
    }

    var description: String {
        formats.map(\.rawValue).joined(separator: ",")
    }

    var defaultValueDescription: String { description }
}

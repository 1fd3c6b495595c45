/// The formats by name, as `--format` takes them; also the ending of their files.
public enum FormatName: String, Sendable, CaseIterable {
    case html, csv, json, jsonl, xlsx

    /// What is written unless something else is asked for.
    public static let standard: [FormatName] = [.html, .csv, .json, .xlsx]

    /// A writer into this folder.
    public func writer(
        into folder: OutputFolder, templates: Templates, options: FormatOptions = FormatOptions()
    ) -> any ReportFormat {
        switch self {
        case .html: HTMLFormat(folder: folder, templates: templates, options: options)
        case .csv: CSVFormat(folder: folder, byteOrderMark: options.csvByteOrderMark)
        case .json: JSONFormat(folder: folder)
        case .jsonl: JSONLinesFormat(folder: folder)
        case .xlsx: XLSXFormat(folder: folder, templates: templates, into: options.workbook)
        }
    }
}

/// What the reader may choose about formats.
public struct FormatOptions: Sendable {
    /// Old Excel takes a CSV for UTF-8 only with a mark in front.
    public var csvByteOrderMark: Bool
    /// At most so many rows of a table on a page; the rest is in the CSV.
    public var pageRows: Int
    /// So many rows a browser builds without delay, script or not.
    public static let usualPageRows = 5000
    /// Whether the files are handed over together, so that pages lead to the index.
    public var isPack: Bool
    /// Takes the sheets of every report; whoever gives it publishes it. Nil: a file for each.
    public var workbook: Workbook?

    public init(
        csvByteOrderMark: Bool = false, pageRows: Int = FormatOptions.usualPageRows, isPack: Bool = false,
        workbook: Workbook? = nil
    ) {
        self.workbook = workbook
        self.csvByteOrderMark = csvByteOrderMark
        self.pageRows = pageRows
        self.isPack = isPack
    }
}

import Mustache

/// The layouts of pages, with their style and script, found like reports: in a folder of the user, in
/// `share/tenure/templates` beside the program, among those compiled in.
public struct Templates: Sendable {
    private let resources: ResourceFolder
    private let textsFile: String?
    private let brandFile: String?

    /// - Parameters:
    ///   - textsFile: texts in another language, over those of `texts.yaml`.
    ///   - brandFile: whose pages these are, as `PageBrand` reads it.
    public init(templatesFolder: String? = nil, textsFile: String? = nil, brandFile: String? = nil) {
        resources = ResourceFolder(kind: "templates", own: templatesFolder)
        self.textsFile = textsFile
        self.brandFile = brandFile
    }

    /// Reads what a user gave, so that a fault in it is told before the work begins.
    public func check() throws(ReportsError) {
        _ = try texts()
        _ = try brand()
    }

    /// The program's own texts.
    func texts() throws(ReportsError) -> PageTexts {
        try PageTexts(self, own: textsFile)
    }

    func brand() throws(ReportsError) -> PageBrand {
        guard let brandFile else { return .none }
        return try PageBrand(path: brandFile)
    }

    /// The file as it is, such as `page.css`.
    func text(_ name: String) throws(ReportsError) -> String {
        try file(name).text
    }

    /// Fills `<name>.mustache`. Every value is escaped as `XMLText` says, unless the template asks not to.
    func render(_ name: String, _ values: [String: Any]) throws(ReportsError) -> String {
        let file = try file(name + ".mustache")
        Templates.registration
        let template: MustacheTemplate
        do {
            template = try MustacheTemplate(string: "{{% CONTENT_TYPE:XML}}" + file.text)
        } catch let error as MustacheTemplate.ParserError {
            let place = "\(file.place):\(error.context.lineNumber)"
            throw .template(file: place, problem: "no Mustache template: \(error.error)")
        } catch {
            throw .template(file: file.place, problem: "no Mustache template: \(error)")
        }
        return template.render(values)
    }

    /// Once: the table of content types is nobody's but the library's, and it has no lock.
    private static let registration: Void = MustacheContentTypes.register(XMLContent(), named: "XML")

    private func file(_ name: String) throws(ReportsError) -> ResourceFolder.Resource {
        guard let file = try resources.file(name) else { throw .noSuchTemplate(name: name) }
        return file
    }
}

/// Mustache's own escaping goes by grapheme clusters and misses a quote that carries an accent.
private struct XMLContent: MustacheContentType {
    func escapeText(_ text: String) -> String {
        XMLText.escaped(text)
    }
}

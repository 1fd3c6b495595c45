import Mustache
import Synchronization

/// The layouts of pages, with their style and script, found like reports: in a folder of the user, in
/// `share/tenure/templates` beside the program, among those compiled in. Texts and layouts are read once.
public struct Templates: Sendable {
    private let resources: ResourceFolder
    private let textsFile: String?
    private let brandFile: String?
    private let known: Known

    /// What was read.
    private final class Known: Sendable {
        let texts = Mutex<PageTexts?>(nil)
        let layouts = Mutex<[String: MustacheTemplate]>([:])

        /// Of the program's own files.
        static let standard = Known()
    }

    /// - Parameters:
    ///   - textsFile: texts in another language, over those of `texts.yaml`.
    ///   - brandFile: whose pages these are, as `PageBrand` reads it.
    public init(templatesFolder: String? = nil, textsFile: String? = nil, brandFile: String? = nil) {
        resources = ResourceFolder(kind: "templates", own: templatesFolder)
        self.textsFile = textsFile
        self.brandFile = brandFile
        known = templatesFolder == nil && textsFile == nil ? .standard : Known()
    }

    /// Reads what a user gave, so that a fault in it is told before the work begins.
    public func check() throws(ReportsError) {
        _ = try texts()
        _ = try brand()
    }

    /// Reads the layout of a report's page while other work goes on.
    public func readAhead() {
        // What is wrong with it is told when it is filled.
        _ = OwnThread("layout") { _ = try? layout("page") }
    }

    /// The program's own texts.
    func texts() throws(ReportsError) -> PageTexts {
        try known.texts.withLock { (known) throws(ReportsError) in
            let texts = if let known { known } else { try PageTexts(self, own: textsFile) }
            known = texts
            return texts
        }
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
        try layout(name).render(values)
    }

    private func layout(_ name: String) throws(ReportsError) -> MustacheTemplate {
        try known.layouts.withLock { (known) throws(ReportsError) in
            let layout = if let layout = known[name] { layout } else { try parsedLayout(name) }
            known[name] = layout
            return layout
        }
    }

    private func parsedLayout(_ name: String) throws(ReportsError) -> MustacheTemplate {
        let file = try file(name + ".mustache")
        Templates.registration
        do {
            return try MustacheTemplate(string: "{{% CONTENT_TYPE:XML}}" + file.text)
        } catch let error as MustacheTemplate.ParserError {
            let place = "\(file.place):\(error.context.lineNumber)"
            throw .template(file: place, problem: "no Mustache template: \(error.error)")
        } catch {
            throw .template(file: file.place, problem: "no Mustache template: \(error)")
        }
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

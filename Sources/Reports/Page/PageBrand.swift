import Foundation

/// Whose pages these are: a file of the user with a name, a logo, a colour and a footer, each of which may be left out.
///
/// ```yaml
/// name: Contoso Internal Audit
/// logo: logo.svg
/// colour: "#0b5cad"
/// footer: Confidential
/// ```
struct PageBrand {
    var name: String?
    var footer: String?
    /// The picture as a `data:` address.
    var logo: String?
    var colour: BrandColour?

    static let none = PageBrand()

    private init() {}

    /// - Parameter path: the file's; the logo lies relative to it.
    init(path: String) throws(ReportsError) {
        let reader = try YAMLReader(try ResourceFolder.Resource(path: path).text, file: path)
        try reader.only(["name", "logo", "colour", "footer"])
        name = try reader.optional("name")?.text()
        footer = try reader.optional("footer")?.text()
        if let item = reader.optional("logo") {
            guard name != nil else { throw item.error("a logo needs a \"name\" for those who do not see it") }
            let folder = URL(fileURLWithPath: path).deletingLastPathComponent()
            logo = try PageBrand.picture(URL(fileURLWithPath: try item.text(), relativeTo: folder), item)
        }
        if let item = reader.optional("colour") {
            guard let read = BrandColour(try item.text()) else {
                throw item.error("a colour is written #rrggbb, in quotes")
            }
            colour = read
        }
    }

    private static let greatest = 512 * 1024

    /// A PNG or SVG file, by what it holds; in an `<img>` an SVG runs no script and loads nothing.
    private static func picture(_ file: URL, _ item: YAMLReader) throws(ReportsError) -> String {
        let data: Data
        do {
            data = try Data(contentsOf: file)
        } catch {
            throw item.error("the file cannot be read")
        }
        guard data.count <= greatest else { throw item.error("the file is larger than 512 KB") }
        let type =
            if data.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) {
                "image/png"
            } else if data.range(of: Data("<svg".utf8)) != nil, String(data: data, encoding: .utf8) != nil {
                "image/svg+xml"
            } else {
                ""
            }
        guard !type.isEmpty else { throw item.error("no PNG and no SVG file") }
        return "data:\(type);base64," + data.base64EncodedString()
    }
}

import Foundation
import Model
import Reports
import Resolution

extension PackSettings {
    static let keys = [
        "to", "keep", "formats", "scope", "all", "csvBom", "pageRows", "reportsDir", "templatesDir", "texts",
        "brand",
    ]

    /// What stands under `packs` and `reports`.
    init?(_ top: ConfigSection) {
        guard let place = top.need("packs", { (place) throws(ReportsError) in place }) else { return nil }
        let section = top.section(place, keys: PackSettings.keys)
        let folder = section.need("to") { (place) throws(ReportsError) in try place.packFolder(section) }
        let kept = section.read("keep") { (place) throws(ReportsError) in try place.retention() }
        let formats = section.read("formats") { (place) throws(ReportsError) in try place.formats() }
        let scope = section.read("scope") { (place) throws(ReportsError) in
            try place.choice(AccessSelection.Scope.self)
        }
        let all = section.read("all") { (place) throws(ReportsError) in try place.flag() }
        let csvBom = section.read("csvBom") { (place) throws(ReportsError) in try place.flag() }
        let pageRows = section.read("pageRows") { (place) throws(ReportsError) in
            let rows = try place.number()
            guard rows > 0 else { throw place.error("at least 1") }
            return rows
        }
        let catalogue = Catalogue(reportsFolder: section.path("reportsDir"))
        let templates = Templates(
            templatesFolder: section.path("templatesDir"), textsFile: section.path("texts"),
            brandFile: section.path("brand"))
        _ = section.faults.trying { () throws(ReportsError) in try templates.check() }
        let orders = PackSettings.orders(top, catalogue)
        guard let folder, let orders else { return nil }
        self.init(
            folder: folder, orders: orders, formats: formats ?? FormatName.standard,
            selection: AccessSelection(scope: scope ?? .review, everyStatus: all ?? false),
            format: FormatOptions(csvByteOrderMark: csvBom ?? false, pageRows: pageRows ?? 5000),
            catalogue: catalogue, templates: templates, kept: kept)
    }

    /// The pack, unless something else is said.
    private static func orders(_ top: ConfigSection, _ catalogue: Catalogue) -> [ReportOrder]? {
        let reports: [Report]
        do {
            reports = try catalogue.all()
        } catch {
            top.faults.add(error)
            return nil
        }
        guard top.reader.optional("reports") != nil else {
            return [ReportOrder(report: nil, parameters: [:], since: nil, formats: nil)]
        }
        let orders = top.list("reports") { ReportOrder($0, top, reports) }
        if orders?.isEmpty == true, let place = top.reader.optional("reports") {
            top.faults.add(place.error("it is empty; without the key the pack is written"))
        }
        return orders
    }
}

extension ReportOrder {
    /// What a name means when it is none of a report's.
    private static let pack = "pack"

    /// A name, or a mapping with parameters.
    init?(_ place: YAMLReader, _ top: ConfigSection, _ reports: [Report]) {
        guard place.isMapping else {
            guard let found = top.faults.trying({ () throws(ReportsError) in try place.reports(reports) })
            else { return nil }
            self.init(place, top, found, nil)
            return
        }
        let section = top.section(place, keys: ["name", "set", "since", "formats"])
        guard
            let found = section.need("name", { (place) throws(ReportsError) in try place.reports(reports) })
        else { return nil }
        self.init(place, top, found, section)
    }

    private init?(
        _ place: YAMLReader, _ top: ConfigSection, _ found: (name: String?, reports: [Report]),
        _ section: ConfigSection?
    ) {
        let pairs = section?.read("set") { (place) throws(ReportsError) in try place.pairs() } ?? []
        for (name, value) in pairs {
            if let problem = found.reports.problem(setting: name, to: value) {
                top.faults.add((place.optional("set")?.optional(name) ?? place).error(problem))
            }
        }
        let parameters = Dictionary(pairs.map { ($0.key, $0.value) }) { _, last in last }
        if found.name != nil, let problem = found.reports.problem(missing: parameters) {
            top.faults.add(place.error(problem))
        }
        self.init(
            report: found.name, parameters: parameters,
            since: section?.read("since") { (place) throws(ReportsError) in try place.since() },
            formats: section?.read("formats") { (place) throws(ReportsError) in try place.formats() })
    }
}

extension YAMLReader {
    /// The report of this name; nil and all of them for the pack.
    fileprivate func reports(_ all: [Report]) throws(ReportsError) -> (name: String?, reports: [Report]) {
        let name = try text()
        if name == "pack" { return (nil, all) }
        guard let report = all.first(where: { $0.name == name }) else {
            throw error(
                "no report is called \"\(name)\"; there are: pack, \(all.map(\.name).joined(separator: ", "))"
            )
        }
        return (name, [report])
    }

    fileprivate func formats() throws(ReportsError) -> [FormatName] {
        var formats: [FormatName] = []
        for item in try items() {
            let format = try item.choice(FormatName.self)
            if !formats.contains(format) { formats.append(format) }
        }
        guard !formats.isEmpty else { throw error("it is empty") }
        return formats
    }

    fileprivate func since() throws(ReportsError) -> ReportOrder.Since {
        if let moment = Instant(try text()) { return .moment(moment) }
        return .ago(try duration())
    }

    /// A folder in which `latest` is a link, or nothing yet.
    fileprivate func packFolder(_ section: ConfigSection) throws(ReportsError) -> String {
        let path = try folder(section)
        var found = stat()
        let latest = path + "/" + DatedFolders.latest
        if lstat(latest, &found) == 0, found.st_mode & S_IFMT != S_IFLNK {
            throw error("\(latest) is there and no link; it is left alone, name another folder")
        }
        return path
    }
}

import Foundation
import Model
import Resolution
public import Store

/// Tells what is wrong with a report file: first with the file alone, then with its queries, against a database.
///
/// The connection is used up: one report, one connection.
public struct ReportCheck {
    private let connection: Connection
    private let path: String
    private let entities: [String]

    /// - Parameters:
    ///   - path: the database's, for messages.
    ///   - entities: the collections that there are, for `needs`.
    public init(_ connection: Connection, path: String, entities: [String]) {
        self.connection = connection
        self.path = path
        self.entities = entities
    }

    /// The faults of the report, each with file, line and key; none when it can be written.
    ///
    /// - Parameter runs: whether the queries run to their ends, so that every value is held against the type of its
    ///   column; else they are only prepared.
    /// - Throws: `ReportsError.unreadable`, `StoreError`.
    public func faults(of path: String, runs: Bool) throws -> [ReportsError] {
        do {
            let file = try ResourceFolder.Resource(path: path)
            let url = URL(fileURLWithPath: path)
            guard url.pathExtension == "yaml" else {
                throw ReportsError.definition(
                    file: path, line: 1, key: "", problem: "the name of a report's file ends with .yaml")
            }
            let report = try Catalogue(reportsFolder: url.deletingLastPathComponent().path)
                .report(url.deletingPathExtension().lastPathComponent, in: file)
            let places = try ReportPlaces(file)
            let needs = try places.unknownNeeds(entities)
            let values = places.misfits(report)
            guard values.isEmpty else { return needs + values }
            return try needs + queryFaults(report, places, runs: runs)
        } catch let error as ReportsError {
            guard case .definition = error else { throw error }
            return [error]
        }
    }

    private func queryFaults(
        _ report: Report, _ places: ReportPlaces, runs: Bool
    ) throws -> [ReportsError] {
        let newest = try SnapshotList(connection).newestState?.observedAt ?? Instant(ticks: 0)
        let moment = Instant(ticks: newest.ticks + Instant.ticksPerSecond)
        let moments = try ReportMoments(
            connection, path: path, at: moment, since: newest, for: [report], AccessSelection())
        let options = ReportCheck.options(report)
        do {
            _ = try ReportRun.prepare([report], moments, options, nil)
        } catch ReportsError.query(_, let table, let problem) {
            return [places.query(table).error(problem)]
        }
        connection.restrictToReading()
        let parameters = try ReportRun.values(report, moments, options, nil).bound
        var faults: [ReportsError] = []
        for table in report.tables {
            do {
                let rows = try TableRows(report, table, moments.state, parameters: parameters)
                if runs { try rows.run() }
            } catch ReportsError.query(_, _, let problem) {
                faults.append(places.query(table.name).error(problem))
            }
        }
        return faults
    }

    /// Something for each parameter that the reader must say.
    private static func options(_ report: Report) -> ReportRun.Options {
        var options = ReportRun.Options(
            formats: [], selection: AccessSelection(), generatedAt: Instant(ticks: 0))
        for parameter in report.parameters where parameter.standard == nil {
            guard parameter.name != ReportMoments.parameter else { continue }
            options.parameters[parameter.name] = parameter.example
        }
        if let each = report.each { options.parameters[each.parameter] = Each.all }
        return options
    }
}

extension Parameter {
    /// A value of its kind.
    fileprivate var example: String {
        switch kind {
        case .text, .person, .resource: "*"
        case .int: "1"
        case .date: "2026-06-30"
        case .duration: "P30D"
        case .bool: "false"
        case .enum, .list: values.first ?? ""
        }
    }
}

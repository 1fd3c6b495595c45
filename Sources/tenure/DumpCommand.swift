import ArgumentParser
import Foundation
import Model
import Reports
import Resolution
import Store

struct ReportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "report")
    @OptionGroup var database: DatabaseOption
    @Argument var names: [String] = []
    @Option var asOf: Moment?
    @Option var scope = "review"
    @Flag var all = false
    @Option var format = "json"
    @Option var out = "out"

    func run() throws {
        let store = try TenureDatabase.openForReading(database.path)
        try FileManager.default.createDirectory(atPath: out, withIntermediateDirectories: true)
        var text = "{\"report\":{},\"tables\":[{\"rows\":["
        var first = true
        try store.reading { connection in
            let state = try ReportState(connection, at: asOf?.instant ?? Clock.now, path: database.path)
            try AccessRows(state).forEach(.init(scope: .init(rawValue: scope)!, everyStatus: all)) { row in
                let cells = AccessCells.cells(of: row)
                text += first ? "\n{" : ",\n{"
                first = false
                text += zip(AccessCells.names, cells).map { name, cell in
                    let value: String = switch cell {
                    case .null: "null"
                    case .text(let t): "\"" + t.jsonEscaped + "\""
                    case .boolean(let b): b ? "true" : "false"
                    case .integer(let i): "\(i)"
                    case .instant(let i): "\"\(i)\""
                    case .path(let p): "[" + p.map { "{\"id\":\"\($0.id.jsonEscaped)\",\"name\":\($0.name.map { "\"" + $0.jsonEscaped + "\"" } ?? "null")}" }.joined(separator: ",") + "]"
                    }
                    return "\"\(name)\":\(value)"
                }.joined(separator: ",") + "}"
            }
        }
        text += "]}]}"
        try text.write(toFile: out + "/access.json", atomically: true, encoding: .utf8)
    }
}

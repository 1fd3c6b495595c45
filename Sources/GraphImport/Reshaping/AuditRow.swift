import JSONText
import Model

/// A row of the table AuditLogs of Log Analytics (GRAPH.md 7): columns in PascalCase, those with objects in them
/// as such or as JSON within a string.
enum AuditRow {
    /// Whether the object is a row of this table.
    static func isOne(_ object: JSONValue) -> Bool {
        object.member("OperationName") != nil
            && (object.member("TargetResources") != nil || object.member("InitiatedBy") != nil)
    }

    /// For each member of the event in Graph its columns; the first that is not empty counts.
    private static let columns: [(member: String, columns: [String])] = [
        ("id", ["Id"]), ("category", ["Category"]), ("correlationId", ["CorrelationId"]),
        ("activityDisplayName", ["ActivityDisplayName", "OperationName"]),
        ("activityDateTime", ["ActivityDateTime", "TimeGenerated"]),
        ("result", ["Result"]), ("resultReason", ["ResultReason", "ResultDescription"]),
        ("loggedByService", ["LoggedByService"]), ("operationType", ["AADOperationType"]),
        ("initiatedBy", ["InitiatedBy"]), ("targetResources", ["TargetResources"]),
        ("additionalDetails", ["AdditionalDetails"]),
    ]

    private static let dynamic: Set<String> = ["InitiatedBy", "TargetResources", "AdditionalDetails"]

    /// The event as an object of Graph.
    ///
    /// - Parameter column: the value of a column.
    /// - Returns: and the columns that hold no JSON where they should, since something has cut them.
    static func text(
        _ scratch: JSONScratch, _ column: (String) -> JSONValue?
    ) -> (text: GraphText, cut: [String]) {
        var (object, cut) = (GraphText(), [String]())
        object.begin("{")
        for (member, columns) in columns {
            for name in columns {
                guard let value = column(name), !value.isNull, value.utf8.map({ !$0.isEmpty }) ?? true else {
                    continue
                }
                if !dynamic.contains(name) || value.utf8 == nil {
                    object.key(member)
                    object.value(json: value.rawText())
                } else if let inner = value.utf8.flatMap(scratch.value) {
                    object.key(member)
                    object.value(json: inner.rawText())
                } else {
                    cut.append(member)
                }
                break
            }
        }
        object.end("}")
        return (object, cut)
    }
}

/// The answer of the query API of Log Analytics.
enum AuditTable {
    static func isOne(_ object: JSONValue) -> Bool {
        var isTable = false
        object.member("tables")?.forEachElement { table in
            let columns = names(table)
            if columns.contains("OperationName"),
                columns.contains("TargetResources") || columns.contains("InitiatedBy")
            {
                isTable = true
            }
        }
        return isTable
    }

    /// Hands out each row as a way to its columns.
    static func forEachRow(in object: JSONValue, _ body: ((String) -> JSONValue?) throws -> Void) rethrows {
        try object.member("tables")?.forEachElement { table in
            let places = Dictionary(names(table).enumerated().map { ($1, $0) }) { $1 }
            try table.member("rows")?.forEachElement { row in
                var cells: [JSONValue] = []
                row.forEachElement { cells.append($0) }
                try body { name in places[name].flatMap { $0 < cells.count ? cells[$0] : nil } }
            }
        }
    }

    private static func names(_ table: JSONValue) -> [String] {
        var names: [String] = []
        table.member("columns")?.forEachElement { names.append($0.text("name") ?? "") }
        return names
    }
}

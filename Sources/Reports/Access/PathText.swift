import Foundation
import Model

/// A path as JSON text, for SQL.
enum PathText {
    static func json(_ steps: [PathStep]) -> String {
        let parts = steps.map { step in
            let name = step.name.map { "\"\($0.jsonEscaped)\"" } ?? "null"
            return "{\"id\":\"\(step.id.jsonEscaped)\",\"name\":\(name)}"
        }
        return "[" + parts.joined(separator: ",") + "]"
    }

    /// - Returns: nil when the text is no such array.
    static func steps(_ json: String) -> [PathStep]? {
        struct Step: Decodable {
            let id: String
            let name: String?
        }
        let steps = try? JSONDecoder().decode([Step].self, from: Data(json.utf8))
        return steps?.map { PathStep(id: $0.id, name: $0.name) }
    }
}

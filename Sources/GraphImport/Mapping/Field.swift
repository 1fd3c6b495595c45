import Foundation
import JSONText

/// How a column is filled from an object's JSON.
struct Field: Sendable {
    typealias Kind = MappedField.Kind

    let column: String
    let kind: Kind
    /// What the column holds, for the manual.
    let doc: String
    /// Where the value stands: alternatives of v1.0 and beta, each the keys from the outside in. The first that
    /// is there and not null counts.
    let sources: [[String]]
    /// The id column that this name belongs to: when that changes and the name is not said, the name goes too.
    let nameOf: String?
    /// For what no key holds as it is. It reads the keys that `sources` names.
    let derive: (@Sendable (JSONValue) -> FieldReading)?
    /// The words of Graph's enumeration that are known; empty where it has none. Any other is kept as it came.
    var words: [String] = []
    /// Who tells it.
    var teller = MappedField.Teller.graph

    /// The keys that the field reads from the object itself.
    var topKeys: Set<String> { Set(sources.compactMap(\.first)) }
}

extension Field {
    private static func make(
        _ kind: Kind, _ column: String, _ sources: [String], _ doc: String, nameOf: String? = nil
    ) -> Field {
        let paths = (sources.isEmpty ? [column] : sources).map(keys)
        return Field(column: column, kind: kind, doc: doc, sources: paths, nameOf: nameOf, derive: nil)
    }

    /// The keys of a path; an annotation such as `@odata.type` or `manager@delta` is one key.
    private static func keys(of path: String) -> [String] {
        guard let sign = path.firstIndex(of: "@") else { return path.split(separator: ".").map(String.init) }
        let outer = path[..<sign].split(separator: ".", omittingEmptySubsequences: false).dropLast()
        return outer.map(String.init) + [String(path.dropFirst(outer.map { $0.count + 1 }.reduce(0, +)))]
    }

    static func text(_ column: String, _ sources: String..., doc: String) -> Field {
        make(.text, column, sources, doc)
    }

    /// The name of what another column's id refers to.
    static func name(_ column: String, of id: String, _ sources: String..., doc: String) -> Field {
        make(.text, column, sources, doc, nameOf: id)
    }

    static func boolean(_ column: String, _ sources: String..., doc: String) -> Field {
        make(.boolean, column, sources, doc)
    }

    static func instant(_ column: String, _ sources: String..., doc: String) -> Field {
        make(.instant, column, sources, doc)
    }

    static func id(_ column: String, _ sources: String..., doc: String) -> Field {
        make(.id, column, sources, doc)
    }

    static func json(_ column: String, _ sources: String..., doc: String) -> Field {
        make(.json, column, sources, doc)
    }

    static func derived(
        _ kind: Kind, _ column: String, reads: [String], doc: String,
        _ derive: @escaping @Sendable (JSONValue) -> FieldReading
    ) -> Field {
        Field(
            column: column, kind: kind, doc: doc, sources: reads.map(keys), nameOf: nil, derive: derive)
    }

    /// With the words of Graph's enumeration that are known: reports tell them apart, or show them as they came.
    func knowing(_ words: [String]) -> Field {
        var field = self
        field.words = words
        return field
    }

    /// Not told by v1.0 of Graph.
    func told(by teller: MappedField.Teller) -> Field {
        var field = self
        field.teller = teller
        return field
    }
}

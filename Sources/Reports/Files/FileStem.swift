import Foundation

/// Names of files for people: what a name holds of letters and digits, and the beginning of the id.
enum FileStem {
    /// The names for a list, in its order, each once: `packet-ann-lee-0d81fed9`.
    ///
    /// Nothing of a name can lead out of its folder or mean something to a shell. Where two are alike the later takes
    /// its whole id, and a number if that is not enough.
    static func stems(_ report: String, of list: [(id: String, name: String)]) -> [String] {
        var taken: Set<String> = []
        return list.map { one in
            let name = plain(one.name, atMost: 40)
            let whole = plain(one.id, atMost: 80)
            let candidates = [plain(String(whole.prefix(8)), atMost: 8), whole].map { id in
                [report, name, id].filter { !$0.isEmpty }.joined(separator: "-")
            }
            if let free = candidates.first(where: { taken.insert($0).inserted }) { return free }
            var number = 2
            while !taken.insert("\(candidates[1])-\(number)").inserted { number += 1 }
            return "\(candidates[1])-\(number)"
        }
    }

    /// Small letters a to z, digits, and one hyphen between the words; empty where there is no such letter.
    private static func plain(_ text: String, atMost limit: Int) -> String {
        let folded = text.prefix(1000).description.lowercased()
            .folding(options: .diacriticInsensitive, locale: nil)
        let words = folded.unicodeScalars.split { !("a"..."z" ~= $0 || "0"..."9" ~= $0) }
        let joined = words.map { String(String.UnicodeScalarView($0)) }.joined(separator: "-")
        return joined.prefix(limit).description.trimmingCharacters(in: CharacterSet(charactersIn: "-"))
    }
}

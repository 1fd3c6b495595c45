import Foundation

/// What a link to changes knows: between which states of the tenant, of which fields, and how far it was read.
struct DeltaToken {
    /// Nil: from nothing, all that there is.
    var from: Int?
    var to: Int
    /// By the server's clock.
    var issuedAt: Double
    var fields: [String]
    var start = 0
    /// Whether only a link to later changes is wanted.
    var isLatest = false

    init(from: Int?, to: Int, issuedAt: Double, fields: [String]) {
        (self.from, self.to, self.issuedAt, self.fields) = (from, to, issuedAt, fields)
    }

    /// - Returns: nil for a token that the server did not give.
    init?(_ query: QueryOptions, latest: Int, now: Double) {
        let token = query["$skiptoken"] ?? query["$deltatoken"]
        guard let token, token != "latest" else {
            guard let fields = query["$select"] else { return nil }
            self.init(
                from: nil, to: latest, issuedAt: now, fields: fields.split(separator: ",").map(String.init))
            isLatest = token != nil
            return
        }
        let parts = token.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 5, let to = Int(parts[1]), let issuedAt = Double(parts[2]),
            let start = Int(parts[3])
        else { return nil }
        self.init(
            from: Int(parts[0]), to: to, issuedAt: issuedAt / 1000,
            fields: parts[4].split(separator: "~").map(String.init))
        self.start = start
        if query["$skiptoken"] == nil { (from, self.to) = (to, latest) }
    }

    var text: String {
        "\(from.map(String.init) ?? "").\(to).\(Int(issuedAt * 1000)).\(start).\(fields.joined(separator: "~"))"
    }
}

extension Report {
    var isQueried: Bool { tables.contains { $0.sql != nil } }

    /// Whether any of its rows comes from rows of access.
    var readsAccess: Bool { tables.contains { $0.sql == nil } || namesAccess }

    /// Whether a query names the rows of access or what is made of them; they cost much where none does.
    var namesAccess: Bool {
        let queries = tables.compactMap(\.sql) + once.map(\.sql) + [each?.sql ?? ""]
        return queries.contains { sql in
            sql.utf8.split { !$0.isOfName }.contains {
                Report.namesOfAccess.contains(Substring($0).lowercased())
            }
        }
    }

    private static let namesOfAccess = Set(
        ["access", "accessperson", "accessgrant", "outsideaccess"].flatMap { [$0, $0 + "before"] })
}

extension UInt8 {
    /// Whether it is part of a name in SQL that stands without quotes.
    fileprivate var isOfName: Bool {
        switch self {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), 0x80...:
            true
        default: false
        }
    }
}

/// What is told of a directory object besides its own row. Bytes are valid as long as what they point into.
public struct Told {
    let kind: UnsafeRawBufferPointer?
    let displayName: UnsafeRawBufferPointer?
    let userPrincipalName: UnsafeRawBufferPointer?
    /// To know again what was told before.
    let print: UInt64

    var isEmpty: Bool { kind == nil && displayName == nil && userPrincipalName == nil }
}

extension RowCursor {
    /// Three texts: kind, displayName, userPrincipalName.
    public mutating func told(_ print: RowPrint) -> Told {
        let start = self
        let (kind, name, userName) = (optionalText(), optionalText(), optionalText())
        return Told(
            kind: kind, displayName: name, userPrincipalName: userName,
            print: print.print(of: start.bytes(to: self)))
    }
}

/// The same as it is kept.
struct KeptTold: Equatable {
    var kind: String?
    var displayName: String?
    var userPrincipalName: String?

    func filled(by other: KeptTold?) -> KeptTold {
        KeptTold(
            kind: kind ?? other?.kind, displayName: displayName ?? other?.displayName,
            userPrincipalName: userPrincipalName ?? other?.userPrincipalName)
    }
}

extension KeptTold {
    init(_ told: Told) {
        func text(_ bytes: UnsafeRawBufferPointer?) -> String? {
            bytes.map { String(decoding: $0, as: UTF8.self) }
        }
        self.init(
            kind: text(told.kind), displayName: text(told.displayName),
            userPrincipalName: text(told.userPrincipalName))
    }
}

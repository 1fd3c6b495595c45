/// What is told of a directory object besides its own row. Bytes are valid as long as what they point into.
public struct Told {
    public var kind: UnsafeRawBufferPointer?
    public var displayName: UnsafeRawBufferPointer?
    public var userPrincipalName: UnsafeRawBufferPointer?

    public init(
        kind: UnsafeRawBufferPointer?, displayName: UnsafeRawBufferPointer?,
        userPrincipalName: UnsafeRawBufferPointer?
    ) {
        self.kind = kind
        self.displayName = displayName
        self.userPrincipalName = userPrincipalName
    }

    var isEmpty: Bool { kind == nil && displayName == nil && userPrincipalName == nil }

    /// To know again what was told before. Seeded anew in each run, so that nobody can make two equal.
    var fingerprint: Int {
        var hasher = Hasher()
        for part in [kind, displayName, userPrincipalName] {
            hasher.combine(part?.count)
            if let part { hasher.combine(bytes: part) }
        }
        return hasher.finalize()
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

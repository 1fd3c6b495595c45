/// Why an archive is not read. No case carries content of the archive but names.
public enum ArchiveFault: Error, Hashable, Sendable {
    case cannotOpen(reason: String)
    /// `entry` is nil where the archive itself cannot be followed.
    case damaged(entry: String?, reason: String)
    case noName
    case nameTooLong
    case control(entry: String)
    case absolute(entry: String)
    case leadsOut(entry: String)
    case repeated(entry: String)
    case hardLink(entry: String)
    case device(entry: String)
    case tooManyEntries(limit: Int)
    case tooLarge(limit: Int)
    case tooDense(ratio: Int)
    /// It was written to since it was looked through.
    case changed
    /// An entry was too large to be held in memory, or is no longer where it was.
    case notHeld(entry: String)
}

extension ArchiveFault: CustomStringConvertible {
    public var description: String {
        switch self {
        case .cannotOpen(let reason): "the archive cannot be opened: \(reason)"
        case .damaged(let entry?, let reason): "the archive is damaged at \(Self.quoted(entry)): \(reason)"
        case .damaged(nil, let reason): "the archive is damaged: \(reason)"
        case .noName: "an entry of the archive has no name"
        case .nameTooLong: "an entry of the archive has a name of more than \(ArchiveLimits.nameLength) bytes"
        case .control(let entry): "the name \(Self.quoted(entry)) in the archive holds a control character"
        case .absolute(let entry):
            "the name \(Self.quoted(entry)) in the archive begins at the root of a disk"
        case .leadsOut(let entry): "the name \(Self.quoted(entry)) in the archive leads out of it"
        case .repeated(let entry):
            "the archive holds \(Self.quoted(entry)) twice, and which of the two counts is open"
        case .hardLink(let entry):
            "\(Self.quoted(entry)) in the archive is a second name of another file; pack it as a file "
                + "(tar --hard-dereference)"
        case .device(let entry): "\(Self.quoted(entry)) in the archive is a device or a pipe"
        case .tooManyEntries(let limit): "the archive has more than \(limit) entries"
        case .tooLarge(let limit):
            "the archive unpacks to more than \(Self.size(limit)); --unpacked-size allows more"
        case .tooDense(let ratio):
            "the archive unpacks to more than \(ratio) times its size, as no export does; --unpacked-ratio "
                + "allows more"
        case .changed: "the archive was written to while it was read"
        case .notHeld(let entry): "\(Self.quoted(entry)) is no longer in the archive as it was"
        }
    }

    /// Names come from outside: one line, and not too long.
    private static func quoted(_ name: String) -> String {
        let plain = String(
            String.UnicodeScalarView(
                name.unicodeScalars.prefix(200).map {
                    $0.properties.generalCategory.isControl ? "\u{FFFD}" : $0
                }))
        return "\"\(plain)\(name.unicodeScalars.count > 200 ? "…" : "")\""
    }

    private static func size(_ bytes: Int) -> String {
        bytes % (1 << 30) == 0
            ? "\(bytes >> 30) GB" : bytes % (1 << 20) == 0 ? "\(bytes >> 20) MB" : "\(bytes) bytes"
    }
}

extension Unicode.GeneralCategory {
    /// What is not seen and changes how the rest is: controls, marks of direction, separators of lines.
    var isControl: Bool {
        switch self {
        case .control, .format, .lineSeparator, .paragraphSeparator: true
        default: false
        }
    }
}

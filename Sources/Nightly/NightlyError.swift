/// Why a run ended before its time, worded in one place.
public enum NightlyError: Error, Equatable, CustomStringConvertible {
    case cannotWrite(String)
    case cannotRead(String)
    case badRecord(String)
    case latestIsNoLink(String)
    case secretFile(String)

    public var description: String {
        switch self {
        case .cannotWrite(let path):
            "\(path): cannot be written; see the room on its disk and who may write there"
        case .cannotRead(let path): "\(path): cannot be read; see who may read it"
        case .badRecord(let path):
            "\(path): no record of a run that can be read; take it away, and what it tells of is never removed"
        case .latestIsNoLink(let path): "\(path): is no link, and is left alone; move it away"
        case .secretFile(let reason): "secretFile: \(reason)"
        }
    }
}

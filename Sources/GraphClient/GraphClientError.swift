/// Why a pull could not begin or go on, worded in one place.
public enum GraphClientError: Error, Equatable, CustomStringConvertible {
    case noSignIn
    case missing(String, for: String)
    case unreadable(path: String, String)
    case badCertificate(path: String, String)
    case plainHTTP(String)
    case badAddress(String)
    case unknownCloud(String)
    case signInRefused(String)
    case signInFailed(String)
    case tokenRefused
    case captureExists(String)
    case noCapture(String)
    case captureIsFinished(String)
    case captureOfOtherTenant(known: String, wanted: String)
    case captureInUse(String)
    case captureFollowsChanges(String, Bool)
    case cannotWrite(String, String)
    case unknownCollection(String)

    public var description: String {
        switch self {
        case .noSignIn:
            "no way to sign in is set; set AZURE_CLIENT_SECRET, AZURE_CLIENT_CERTIFICATE_PATH or "
                + "AZURE_FEDERATED_TOKEN_FILE with AZURE_TENANT_ID and AZURE_CLIENT_ID, or choose with --sign-in"
        case .missing(let name, let purpose): "\(name) is not set, and \(purpose) needs it"
        case .unreadable(let path, let reason): "\(path): cannot be read: \(reason)"
        case .badCertificate(let path, let reason): "\(path): \(reason)"
        case .plainHTTP(let host):
            "\(host): plain http goes to this machine (127.0.0.1, ::1, localhost) only; write https"
        case .badAddress(let text): "\"\(text)\" is no address of a server; write https://host"
        case .unknownCloud(let host):
            "\(host) is none of Microsoft's clouds that are known; say its Graph with --graph https://host"
        case .signInRefused(let reason): "sign-in was refused: \(reason)"
        case .signInFailed(let reason): "sign-in failed: \(reason)"
        case .tokenRefused:
            "Graph refuses the token (401), a new one too; look at the tenant, the cloud and the application"
        case .captureExists(let path):
            "\(path): there is something already; name another folder, or go on with --resume"
        case .noCapture(let path): "\(path): no capture that could be resumed"
        case .captureIsFinished(let path): "\(path): this capture is finished; there is nothing to resume"
        case .captureOfOtherTenant(let known, let wanted):
            "the capture is of tenant \(known), not of \(wanted); go on with the same tenant"
        case .captureInUse(let path): "\(path): another pull is writing it"
        case .captureFollowsChanges(let path, let follows):
            "\(path): this pull was begun \(follows ? "with" : "without") --delta; go on in the same way"
        case .cannotWrite(let path, let reason): "\(path): cannot be written: \(reason)"
        case .unknownCollection(let name):
            "\"\(name)\" is no collection; `tenure permissions` lists them"
        }
    }
}

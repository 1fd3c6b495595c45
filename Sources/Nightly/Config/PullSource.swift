public import GraphClient
public import Model

/// A tenant that is read through Microsoft Graph.
public struct PullSource: Sendable {
    /// Where captures go, each into a folder by date.
    public let folder: String
    public let collections: [String]?
    /// Audit events of so long before the run; nil: all that there are.
    public let audits: CalendarDuration?
    /// Whether only what changed is asked for, where the database knows since when.
    public let followsChanges: Bool
    public let signIn: Credential.Method
    /// What Azure's own tools take from the environment, where the file says it: ids, addresses and names of files,
    /// no secrets.
    let variables: [String: String]
    /// The root of Graph, where it does not follow from the authority.
    let graph: String?
    /// A file that holds the client secret.
    let secretFile: String?

    /// What the sign-in is made of: the file's settings before the environment's.
    ///
    /// - Throws: `GraphClientError`, `SecretFileError`.
    func credential(_ environment: [String: String]) throws -> Credential {
        var all = environment.merging(variables) { _, ours in ours }
        if let secretFile { all["AZURE_CLIENT_SECRET"] = try SecretFile(secretFile).secret() }
        return try Credential(signIn, environment: all)
    }

    /// - Throws: `GraphClientError`.
    func cloud(_ environment: [String: String]) throws -> Cloud {
        let name = "AZURE_AUTHORITY_HOST"
        return try Cloud(authority: variables[name] ?? environment[name], graph: graph)
    }
}

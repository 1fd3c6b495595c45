public import Foundation

/// The hosts of a cloud: who signs in, and whom Graph is asked of (GRAPH.md 1, national clouds).
public struct Cloud: Sendable, Equatable {
    public let authority: URL
    public let graph: URL

    private static let graphByAuthority = [
        "login.microsoftonline.com": "https://graph.microsoft.com",
        "login.microsoftonline.us": "https://graph.microsoft.us",
        "login.chinacloudapi.cn": "https://microsoftgraph.chinacloudapi.cn",
        "login.partner.microsoftonline.cn": "https://microsoftgraph.chinacloudapi.cn",
    ]

    /// - Parameters:
    ///   - authority: AZURE_AUTHORITY_HOST, with or without its scheme; nil is the global cloud.
    ///   - graph: the root of Graph where it does not follow from the authority.
    /// - Throws: `GraphClientError`.
    public init(authority: String?, graph: String?) throws {
        let authority = authority.flatMap { $0.isEmpty ? nil : $0 } ?? "login.microsoftonline.com"
        let authorityRoot = try Cloud.root(authority)
        self.authority = authorityRoot
        if let graph, !graph.isEmpty {
            self.graph = try Cloud.root(graph)
        } else {
            let host = authorityRoot.host ?? ""
            guard let known = Cloud.graphByAuthority[host.lowercased()] else {
                throw GraphClientError.unknownCloud(host)
            }
            self.graph = try Cloud.root(known)
        }
    }

    /// Scheme, host and port alone; plain http only to this machine.
    static func root(_ text: String) throws -> URL {
        let full = text.contains("://") ? text : "https://" + text
        guard let parts = URLComponents(string: full), let host = parts.host, !host.isEmpty,
            let scheme = parts.scheme?.lowercased(), parts.user == nil
        else { throw GraphClientError.badAddress(text) }
        let isLoopback = ["127.0.0.1", "localhost", "::1", "[::1]"].contains(host.lowercased())
        guard scheme == "https" || (scheme == "http" && isLoopback) else {
            throw scheme == "http" ? GraphClientError.plainHTTP(host) : GraphClientError.badAddress(text)
        }
        var root = URLComponents()
        root.scheme = scheme
        root.host = host
        root.port = parts.port
        guard let url = root.url else { throw GraphClientError.badAddress(text) }
        return url
    }

    /// What a token is asked for.
    var scope: String { graph.absoluteString + "/.default" }

    /// Whether an address lies on the Graph host: same scheme, host and port, and below v1.0.
    func holds(_ url: URL) -> Bool {
        url.scheme?.lowercased() == graph.scheme && url.host?.lowercased() == graph.host?.lowercased()
            && url.port == graph.port && url.user == nil && url.path.hasPrefix("/v1.0/")
    }
}

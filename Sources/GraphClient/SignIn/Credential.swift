import Foundation

/// By what the program signs in; the names of the variables are those of Azure's own SDKs.
public enum Credential: Sendable {
    case secret(tenant: String, client: String, secret: String)
    case certificate(tenant: String, client: String, ClientCertificate)
    /// A workload identity: the file is read anew for each token.
    case federated(tenant: String, client: String, tokenFile: String)
    /// The identity of the Azure machine that this runs on.
    case managedIdentity(client: String?)
    /// A token that somebody else got; it cannot be renewed.
    case token(String)
    /// A person at a terminal signs in with a code.
    case deviceCode(tenant: String, client: String)

    public enum Method: String, Sendable, CaseIterable {
        case auto, secret, certificate, workload
        case managedIdentity = "managed-identity"
        case token
        case deviceCode = "device-code"
    }

    /// The variable that holds an existing token.
    public static let tokenVariable = "TENURE_ACCESS_TOKEN"

    /// - Parameter tenant: instead of AZURE_TENANT_ID.
    /// - Throws: `GraphClientError`, naming what is not set.
    public init(_ method: Method, environment: [String: String], tenant: String? = nil) throws {
        func value(_ name: String) -> String? { environment[name].flatMap { $0.isEmpty ? nil : $0 } }
        func need(_ name: String) throws -> String {
            guard let value = value(name) else {
                throw GraphClientError.missing(name, for: "signing in by \(method.rawValue)")
            }
            return value
        }
        func ids() throws -> (tenant: String, client: String) {
            try (tenant ?? need("AZURE_TENANT_ID"), need("AZURE_CLIENT_ID"))
        }
        switch method {
        case .auto:
            let set: Method? =
                if value("AZURE_CLIENT_SECRET") != nil {
                    .secret
                } else if value("AZURE_CLIENT_CERTIFICATE_PATH") != nil {
                    .certificate
                } else if value("AZURE_FEDERATED_TOKEN_FILE") != nil {
                    .workload
                } else if value(Credential.tokenVariable) != nil {
                    .token
                } else {
                    nil
                }
            guard let set else { throw GraphClientError.noSignIn }
            try self.init(set, environment: environment, tenant: tenant)
        case .secret:
            let (tenant, client) = try ids()
            self = .secret(tenant: tenant, client: client, secret: try need("AZURE_CLIENT_SECRET"))
        case .certificate:
            let (tenant, client) = try ids()
            let path = try need("AZURE_CLIENT_CERTIFICATE_PATH")
            self = .certificate(tenant: tenant, client: client, try ClientCertificate(path: path))
        case .workload:
            let (tenant, client) = try ids()
            self = .federated(
                tenant: tenant, client: client, tokenFile: try need("AZURE_FEDERATED_TOKEN_FILE"))
        case .managedIdentity: self = .managedIdentity(client: value("AZURE_CLIENT_ID"))
        case .token: self = .token(try need(Credential.tokenVariable))
        case .deviceCode:
            let (tenant, client) = try ids()
            self = .deviceCode(tenant: tenant, client: client)
        }
    }

    /// The application, as far as it is known before the sign-in.
    var client: String? {
        switch self {
        case .secret(_, let client, _), .certificate(_, let client, _), .federated(_, let client, _),
            .deviceCode(_, let client):
            client
        case .managedIdentity(let client): client
        case .token: nil
        }
    }
}

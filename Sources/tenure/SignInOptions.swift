public import ArgumentParser
import Foundation
public import GraphClient

struct SignInOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "How: auto (by what the environment holds), secret, certificate, workload, managed-identity, token "
                + "(TENURE_ACCESS_TOKEN), device-code.", valueName: "way"))
    var signIn = Credential.Method.auto

    @Option(help: ArgumentHelp("The tenant. Default: AZURE_TENANT_ID.", valueName: "id"))
    var tenant: String?

    @Option(
        help: ArgumentHelp(
            "The root of Graph, where it does not follow from AZURE_AUTHORITY_HOST.", valueName: "address"))
    var graph: String?

    /// - Throws: `GraphClientError`.
    func tokens(_ transport: any HTTPTransport) throws -> TokenSource {
        let environment = ProcessInfo.processInfo.environment
        let cloud = try Cloud(authority: environment["AZURE_AUTHORITY_HOST"], graph: graph)
        let credential = try Credential(signIn, environment: environment, tenant: tenant)
        return TokenSource(credential, cloud: cloud, transport: transport) { Console.note($0) }
    }

    /// Names of collections, joined by commas.
    static func names(_ text: String?) -> [String]? {
        text?.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }
    }
}

extension Credential.Method: ExpressibleByArgument {}

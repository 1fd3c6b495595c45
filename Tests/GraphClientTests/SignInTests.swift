import Foundation
import GraphClient
import GraphImport
import GraphServer
import Resolution
import Store
import TestKit
import Testing

/// The ways to sign in, against a server that checks them.
@Suite struct SignInTests {
    let bench: PullBench

    init() throws {
        bench = try PullBench()
    }

    private func run(_ tool: String, _ arguments: String...) async throws {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/" + tool)
        process.arguments = arguments
        process.standardError = FileHandle.nullDevice
        // Waiting for its end would hold a thread of the few that all tests share, on a run loop that none has here.
        let status = try await withCheckedThrowingContinuation { ended in
            process.terminationHandler = { ended.resume(returning: $0.terminationStatus) }
            do { try process.run() } catch { ended.resume(throwing: error) }
        }
        try #require(status == 0)
    }

    private static let organization = GraphCollections.all().filter { $0.path == "organization" }

    @Test func aCertificateSignsTheAssertion() async throws {
        let (key, certificate) = (bench.folder.path("key.pem"), bench.folder.path("certificate.pem"))
        try await run(
            "openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-subj", "/CN=tenure", "-days", "2",
            "-keyout", key, "-out", certificate)
        let pem = try bench.folder.read("key.pem") + bench.folder.read("certificate.pem")
        try bench.folder.write("both.pem", pem)
        let options = PullBench.options { $0.certificate = pem }
        let result = try await bench.pull(
            "capture", options
        ) {
            $0.environment = ["AZURE_CLIENT_CERTIFICATE_PATH": bench.folder.path("both.pem")]
            $0.collections = Self.organization
        }
        #expect(result.summary.isComplete)
    }

    @Test func anotherCertificateIsRefused() async throws {
        var pems: [String] = []
        for name in ["ours", "theirs"] {
            try await run(
                "openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-subj", "/CN=tenure", "-days",
                "2",
                "-keyout", bench.folder.path(name + ".key"), "-out", bench.folder.path(name + ".crt"))
            pems.append(try bench.folder.read(name + ".key") + bench.folder.read(name + ".crt"))
            try bench.folder.write(name + ".pem", pems.last ?? "")
        }
        let options = PullBench.options { $0.certificate = pems[1] }
        await #expect(throws: GraphClientError.signInRefused("HTTP 401, invalid_client, AADSTS700027")) {
            try await bench.pull(
                "capture", options
            ) {
                $0.environment = ["AZURE_CLIENT_CERTIFICATE_PATH": bench.folder.path("ours.pem")]
                $0.collections = Self.organization
            }
        }
    }

    @Test func aWorkloadsTokenFileIsReadAndSent() async throws {
        try bench.folder.write("token", "the-workload's-token\n")
        let result = try await bench.pull(
            "capture", PullBench.options { $0.federatedToken = "the-workload's-token" }
        ) {
            $0.environment = ["AZURE_FEDERATED_TOKEN_FILE": bench.folder.path("token")]
            $0.collections = Self.organization
        }
        #expect(result.summary.isComplete)
    }

    @Test func aManagedIdentityNeedsNoSecret() async throws {
        let result = try await bench.pull(
            "capture"
        ) {
            $0.environment = [:]
            $0.method = .managedIdentity
            $0.collections = Self.organization
        }
        #expect(result.summary.isComplete)
    }

    @Test func aPersonSignsInWithACodeAndMayReadMore() async throws {
        let result = try await bench.pull("capture") {
            $0.environment = [:]
            $0.method = .deviceCode
        }
        #expect(result.summary.collections.contains { $0.path.contains("accessPackageAssignmentApprovals") })
        #expect(result.summary.isComplete)
    }

    @Test func aWrongSecretIsRefusedWithoutBeingTold() async throws {
        let error = await #expect(throws: GraphClientError.self) {
            try await bench.pull("capture") { $0.environment = ["AZURE_CLIENT_SECRET": "another"] }
        }
        #expect(error == .signInRefused("HTTP 401, invalid_client, AADSTS7000215"))
        #expect(error?.description.contains("another") == false)
    }

    @Test(arguments: [
        "http://login.contoso.example", "ftp://127.0.0.1", "https://", "http://127.0.0.1.contoso.example",
    ])
    func onlyThisMachineIsSpokenToWithoutTLS(host: String) {
        #expect(throws: GraphClientError.self) { try Cloud(authority: host, graph: host) }
    }

    @Test func nationalCloudsHaveTheirOwnGraph() throws {
        #expect(
            try Cloud(authority: "login.microsoftonline.us", graph: nil).graph.absoluteString
                == "https://graph.microsoft.us")
        #expect(
            try Cloud(authority: "https://login.chinacloudapi.cn/", graph: nil).graph.absoluteString
                == "https://microsoftgraph.chinacloudapi.cn")
        #expect(try Cloud(authority: nil, graph: nil).graph.absoluteString == "https://graph.microsoft.com")
        #expect(throws: GraphClientError.unknownCloud("login.contoso.example")) {
            try Cloud(authority: "login.contoso.example", graph: nil)
        }
    }

    @Test func withoutAnyVariableItIsSaidWhichAreMissing() {
        #expect(throws: GraphClientError.noSignIn) { try Credential(.auto, environment: [:]) }
        #expect(throws: GraphClientError.missing("AZURE_CLIENT_ID", for: "signing in by secret")) {
            try Credential(
                .auto, environment: ["AZURE_CLIENT_SECRET": "x", "AZURE_TENANT_ID": "t"])
        }
    }
}

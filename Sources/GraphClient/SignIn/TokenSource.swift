import Foundation
import Model

/// Gets tokens, keeps the one that is good, and gets the next before it ends.
public actor TokenSource {
    private let credential: Credential
    let cloud: Cloud
    private let transport: any HTTPTransport
    private let clock: PullClock
    /// Tells a person what to do.
    private let tell: @Sendable (String) -> Void
    private var token: AccessToken?
    private var running: Task<AccessToken, any Error>?

    /// So long before its end a token is renewed, in seconds; half of its life where that is shorter.
    private static let margin = 300.0

    public init(
        _ credential: Credential, cloud: Cloud, transport: any HTTPTransport, clock: PullClock = .real,
        tell: @escaping @Sendable (String) -> Void
    ) {
        self.credential = credential
        self.cloud = cloud
        self.transport = transport
        self.clock = clock
        self.tell = tell
    }

    /// A token that is good for now.
    ///
    /// - Parameter refused: the text of a token that Graph refused: another one is got.
    /// - Throws: `GraphClientError`.
    public func current(refused: String? = nil) async throws -> AccessToken {
        if let token, token.text != refused, !isEnding(token) { return token }
        if let running { return try await running.value }
        let task = Task {
            let next = try await self.next()
            // Before anybody who waits goes on: who asks next must not get the old one.
            (token, got, running) = (next, clock.now(), nil)
            return next
        }
        running = task
        do {
            return try await task.value
        } catch {
            running = nil
            throw error
        }
    }

    private var got: Instant?
    /// Whether Graph ever gave something for a token.
    private(set) var wasAccepted = false

    func noteAccepted() { wasAccepted = true }

    private func isEnding(_ token: AccessToken) -> Bool {
        guard let expiresAt = token.expiresAt, let got else { return false }
        if case .token = credential { return false }
        let margin = min(Self.margin, got.seconds(to: expiresAt) / 2)
        return clock.now().adding(seconds: margin) >= expiresAt
    }

    private func next() async throws -> AccessToken {
        switch credential {
        case .token(let text):
            if token != nil { throw GraphClientError.tokenRefused }
            return AccessToken(text: text, clock: clock)
        case .secret(let tenant, let client, let secret):
            return try await grant(tenant, client, [("client_secret", secret)])
        case .certificate(let tenant, let client, let certificate):
            let assertion = try certificate.assertion(
                client: client, audience: endpoint(tenant, "token").absoluteString, clock: clock)
            return try await grant(tenant, client, Self.asserting(assertion))
        case .federated(let tenant, let client, let path):
            guard let text = try? String(contentsOfFile: path, encoding: .utf8) else {
                throw GraphClientError.unreadable(path: path, "the workload's token is not there")
            }
            let assertion = text.trimmingCharacters(in: .whitespacesAndNewlines)
            return try await grant(tenant, client, Self.asserting(assertion))
        case .managedIdentity(let client): return try await managedIdentity(client)
        case .deviceCode(let tenant, let client): return try await person(tenant, client)
        }
    }

    private static func asserting(_ assertion: String) -> [(String, String)] {
        [
            ("client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"),
            ("client_assertion", assertion),
        ]
    }

    private func endpoint(_ tenant: String, _ name: String) throws -> URL {
        let tenant = tenant.formEncoded
        return cloud.authority.appending(path: "\(tenant)/oauth2/v2.0/\(name)")
    }

    private func grant(
        _ tenant: String, _ client: String, _ proof: [(String, String)]
    ) async throws -> AccessToken {
        let request = HTTPRequest.form(
            try endpoint(tenant, "token"),
            [("client_id", client), ("scope", cloud.scope), ("grant_type", "client_credentials")] + proof)
        return try await token(request)
    }

    /// The metadata service of an Azure machine (GRAPH.md 1).
    private func managedIdentity(_ client: String?) async throws -> AccessToken {
        let host =
            cloud.authority.scheme == "http" ? cloud.authority.absoluteString : "http://169.254.169.254"
        var address = URLComponents(string: host + "/metadata/identity/oauth2/token")
        address?.queryItems = [
            URLQueryItem(name: "api-version", value: "2018-02-01"),
            URLQueryItem(name: "resource", value: cloud.graph.absoluteString + "/"),
        ]
        if let client { address?.queryItems?.append(URLQueryItem(name: "client_id", value: client)) }
        guard let url = address?.url else { throw GraphClientError.badAddress(host) }
        return try await token(HTTPRequest("GET", url, headers: ["Metadata": "true"]))
    }

    private func token(_ request: HTTPRequest) async throws -> AccessToken {
        let answer = try await answer(request)
        guard answer.status == 200, let token = AccessToken(answer: answer.members, clock: clock) else {
            throw GraphClientError.signInRefused(answer.words)
        }
        return token
    }

    /// A person signs in at another device (device authorization grant, RFC 8628).
    private func person(_ tenant: String, _ client: String) async throws -> AccessToken {
        if let refreshToken = token?.refreshToken {
            return try await token(
                HTTPRequest.form(
                    endpoint(tenant, "token"),
                    [
                        ("client_id", client), ("scope", cloud.scope + " offline_access"),
                        ("grant_type", "refresh_token"), ("refresh_token", refreshToken),
                    ]))
        }
        let asked = try await answer(
            HTTPRequest.form(
                endpoint(tenant, "devicecode"),
                [("client_id", client), ("scope", cloud.scope + " offline_access")]))
        guard asked.status == 200, let code = asked.members["device_code"] as? String,
            let shown = asked.members["user_code"] as? String,
            let address = asked.members["verification_uri"] as? String
        else { throw GraphClientError.signInRefused(asked.words) }
        tell("to sign in, open \(address) in a browser and enter the code \(shown)")
        var interval = asked.members["interval"] as? Double ?? 5
        let end = clock.now().adding(seconds: asked.members["expires_in"] as? Double ?? 900)
        while clock.now() < end {
            try await clock.sleep(interval)
            let answer = try await answer(
                HTTPRequest.form(
                    endpoint(tenant, "token"),
                    [
                        ("client_id", client), ("device_code", code),
                        ("grant_type", "urn:ietf:params:oauth:grant-type:device_code"),
                    ]))
            if answer.status == 200, let token = AccessToken(answer: answer.members, clock: clock) {
                return token
            }
            switch answer.members["error"] as? String {
            case "authorization_pending": continue
            case "slow_down": interval += 5
            default: throw GraphClientError.signInRefused(answer.words)
            }
        }
        throw GraphClientError.signInFailed("nobody entered the code in time")
    }

    private struct Answer {
        let status: Int
        let members: [String: Any]

        /// The error's code and its number, never its text: that may name people, and addresses with secrets.
        var words: String {
            let code = (members["error"] as? String ?? "").filter { $0.isLetter || $0 == "_" }
            let number = (members["error_codes"] as? [Int])?.first.map { ", AADSTS\($0)" } ?? ""
            return "HTTP \(status)" + (code.isEmpty ? "" : ", \(code)") + number
        }
    }

    /// Asks up to five times where the connection or the server fails.
    private func answer(_ request: HTTPRequest) async throws -> Answer {
        var backoff = Backoff(clock: clock)
        while true {
            let failure: String
            var wait: Double?
            do {
                let response = try await transport.send(request)
                if response.status < 500, response.status != 429 {
                    let body = try? JSONSerialization.jsonObject(with: response.body)
                    return Answer(status: response.status, members: body as? [String: Any] ?? [:])
                }
                failure = "HTTP \(response.status)"
                wait = response.retryAfter
            } catch TransportError.broken(let reason) {
                failure = reason
            } catch let error as TransportError {
                throw GraphClientError.signInFailed(error.description)
            }
            guard backoff.attempts < 5 else { throw GraphClientError.signInFailed(failure) }
            try await clock.sleep(backoff.next(atLeast: wait))
        }
    }
}

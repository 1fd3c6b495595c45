import Foundation
import Model

/// A token and what can be read of it without trusting it.
public struct AccessToken: Sendable {
    let text: String
    /// When it ends; nil where nothing says so.
    let expiresAt: Instant?
    let refreshToken: String?

    /// What the token says of itself, as far as it is a JWT. For messages only: Graph decides.
    public struct Claims: Sendable, Equatable {
        public let tenant: String?
        public let application: String?
        /// Application permissions, or the scopes of a person.
        public let permissions: [String]
        /// Whether a person is signed in.
        public let isDelegated: Bool
    }

    public var claims: Claims? {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 3, let body = Data(base64URL: parts[1]),
            let claims = try? JSONSerialization.jsonObject(with: body) as? [String: Any]
        else { return nil }
        let scopes = claims["scp"] as? String
        return Claims(
            tenant: claims["tid"] as? String,
            application: claims["appid"] as? String ?? claims["azp"] as? String,
            permissions: (scopes?.split(separator: " ").map(String.init) ?? claims["roles"] as? [String] ?? [])
                .sorted(),
            isDelegated: scopes != nil)
    }
}

extension AccessToken {
    init(text: String, clock: PullClock) {
        self.text = text
        refreshToken = nil
        var expiresAt: Instant?
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        if parts.count == 3, let body = Data(base64URL: parts[1]),
            let claims = try? JSONSerialization.jsonObject(with: body) as? [String: Any],
            let seconds = claims["exp"] as? Double
        {
            expiresAt = Instant(secondsSince1970: seconds)
        }
        self.expiresAt = expiresAt
    }

    /// The answer of a token endpoint; managed identity writes its numbers as strings (GRAPH.md 1).
    init?(answer: [String: Any], clock: PullClock) {
        guard let text = answer["access_token"] as? String, !text.isEmpty else { return nil }
        let seconds =
            answer["expires_in"] as? Double ?? (answer["expires_in"] as? String).flatMap(Double.init)
        self.text = text
        expiresAt = clock.now().adding(seconds: seconds ?? 300)
        refreshToken = answer["refresh_token"] as? String
    }
}

import Crypto
import CryptoExtras
import Foundation
import Model

/// A certificate with its RSA key, from a PEM file, and the assertions that it signs
/// (GRAPH.md 1: PS256, x5t#S256).
public struct ClientCertificate: Sendable {
    private let key: _RSA.Signing.PrivateKey
    /// base64url of SHA-256 of the DER certificate.
    private let thumbprint: String

    /// - Throws: `GraphClientError`; the key never stands in it.
    public init(path: String) throws {
        let text: String
        do {
            text = try String(contentsOfFile: path, encoding: .utf8)
        } catch {
            throw GraphClientError.unreadable(path: path, "no such file, no right to read it, or no text")
        }
        guard let certificate = Self.block(in: text, ending: "CERTIFICATE"),
            let der = Data(base64Encoded: certificate.body, options: .ignoreUnknownCharacters)
        else { throw GraphClientError.badCertificate(path: path, "holds no certificate in PEM") }
        guard let key = Self.block(in: text, ending: "PRIVATE KEY") else {
            throw GraphClientError.badCertificate(
                path: path, "holds no private key in PEM beside the certificate")
        }
        guard !key.kind.contains("ENCRYPTED"), !key.body.contains("ENCRYPTED") else {
            throw GraphClientError.badCertificate(
                path: path, "the private key is encrypted; write it without a passphrase (openssl pkey)")
        }
        do {
            self.key = try _RSA.Signing.PrivateKey(pemRepresentation: key.pem)
        } catch {
            throw GraphClientError.badCertificate(path: path, "the private key is no RSA key in PEM")
        }
        thumbprint = Data(SHA256.hash(data: der)).base64URL
    }

    /// The first block whose name ends so.
    private static func block(in text: String, ending: String) -> (kind: String, body: String, pem: String)? {
        var kind: String?
        var lines: [Substring] = []
        for line in text.split(whereSeparator: \.isNewline) {
            if line.hasPrefix("-----BEGIN "), line.hasSuffix("\(ending)-----") {
                kind = String(line.dropFirst(11).dropLast(5))
                lines = []
            } else if line.hasPrefix("-----END "), let kind {
                let body = lines.joined(separator: "\n")
                return (kind, body, "-----BEGIN \(kind)-----\n\(body)\n-----END \(kind)-----")
            } else {
                lines.append(line)
            }
        }
        return nil
    }

    /// A signed statement that this is the client, for five minutes.
    ///
    /// - Parameter audience: the token endpoint of the tenant.
    func assertion(client: String, audience: String, clock: PullClock) throws -> String {
        let now = clock.now().ticks / 10_000_000
        let header = #"{"alg":"PS256","typ":"JWT","x5t#S256":"\#(thumbprint)"}"#
        let claims: [String: any Encodable & Sendable] = [
            "aud": audience, "iss": client, "sub": client, "jti": UUID().uuidString.lowercased(), "nbf": now,
            "iat": now, "exp": now + 300,
        ]
        let body = try JSONSerialization.data(withJSONObject: claims, options: [.sortedKeys])
        let signed = Data(header.utf8).base64URL + "." + body.base64URL
        let signature = try key.signature(for: SHA256.hash(data: Data(signed.utf8)), padding: .PSS)
        return signed + "." + signature.rawRepresentation.base64URL
    }
}

extension Data {
    /// base64url without padding (RFC 4648).
    var base64URL: String {
        base64EncodedString().replacingOccurrences(of: "+", with: "-").replacingOccurrences(
            of: "/", with: "_"
        ).replacingOccurrences(of: "=", with: "")
    }

    init?(base64URL text: some StringProtocol) {
        let standard = text.replacingOccurrences(of: "-", with: "+").replacingOccurrences(of: "_", with: "/")
        self.init(base64Encoded: standard + String(repeating: "=", count: (4 - standard.count % 4) % 4))
    }
}

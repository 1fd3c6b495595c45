import Crypto
import CryptoExtras
import Foundation

/// The token endpoint: it checks who asks, and knows again the tokens that it gave.
struct TokenIssuer {
    let options: ServerOptions
    private var ends: [String: Double] = [:]
    /// Those of persons.
    private var personal: Set<String> = []
    /// Codes of devices: how often they were asked about.
    private var devices: [String: Int] = [:]
    private(set) var issued = 0

    init(_ options: ServerOptions) {
        self.options = options
    }

    mutating func answer(_ asked: Asked, root: String, now: Double) -> Reply? {
        let path = asked.path
        if path.hasPrefix("/metadata/identity/oauth2/token") {
            guard asked.headers["metadata"] == "true" else {
                return .json(#"{"error":"bad_request"}"#, status: 400)
            }
            return token(now: now, isDelegated: false, asText: true)
        }
        let base = "/\(options.tenant)/oauth2/v2.0/"
        guard path.hasPrefix("/"), path.contains("/oauth2/v2.0/") else { return nil }
        guard path.hasPrefix(base) else { return refusal("invalid_request", 90002) }
        let form = QueryOptions(
            String(decoding: asked.body, as: UTF8.self).replacingOccurrences(of: "+", with: "%20"))
        guard form["client_id"] == options.client else { return refusal("unauthorized_client", 700016) }
        guard form["scope"]?.hasPrefix(root + "/.default") ?? (form["device_code"] != nil) else {
            return refusal("invalid_scope", 70011)
        }
        if path == base + "devicecode" {
            let code = UUID().uuidString
            devices[code] = 0
            return .json(
                #"{"device_code":"\#(code)","user_code":"ABCD-1234","verification_uri":"\#(root)/device","expires_in":900,"interval":5,"message":"sign in"}"#
            )
        }
        guard path == base + "token" else { return nil }
        switch form["grant_type"] {
        case "client_credentials":
            if let secret = form["client_secret"] {
                return secret == options.secret
                    ? token(now: now, isDelegated: false) : refusal("invalid_client", 7_000_215, status: 401)
            }
            guard
                form["client_assertion_type"] == "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
                let assertion = form["client_assertion"],
                assertion == options.federatedToken
                    || isSigned(assertion, audience: root + base + "token", now: now)
            else { return refusal("invalid_client", 700027, status: 401) }
            return token(now: now, isDelegated: false)
        case "urn:ietf:params:oauth:grant-type:device_code":
            guard let code = form["device_code"], let count = devices[code] else {
                return refusal("bad_verification_code", 70018)
            }
            devices[code] = count + 1
            if count == 0 { return refusal("authorization_pending", 70016) }
            if count == 1 { return refusal("slow_down", 70016) }
            return token(now: now, isDelegated: true)
        case "refresh_token": return token(now: now, isDelegated: true)
        default: return refusal("unsupported_grant_type", 70003)
        }
    }

    /// Whether the certificate's key signed it by PS256, for this audience, and it has not ended.
    private func isSigned(_ assertion: String, audience: String, now: Double) -> Bool {
        let parts = assertion.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 3, let certificate = options.certificate,
            let header = Self.object(parts[0]), let claims = Self.object(parts[1]),
            let signature = Self.bytes(parts[2]),
            let der = Self.der(certificate), let key = Self.publicKey(certificate)
        else { return false }
        let signed = Data((parts[0] + "." + parts[1]).utf8)
        let thumbprint = Data(SHA256.hash(data: der))
        return header["alg"] as? String == "PS256" && header["typ"] as? String == "JWT"
            && (header["x5t#S256"] as? String).flatMap { Self.bytes(Substring($0)) } == thumbprint
            && claims["aud"] as? String == audience && claims["iss"] as? String == options.client
            && claims["sub"] as? String == options.client && (claims["exp"] as? Double ?? 0) > now
            && (claims["exp"] as? Double ?? 0) <= now + 600
            && key.isValidSignature(
                _RSA.Signing.RSASignature(rawRepresentation: signature), for: SHA256.hash(data: signed),
                padding: .PSS)
    }

    private static func bytes(_ text: Substring) -> Data? {
        let standard = text.replacingOccurrences(of: "-", with: "+").replacingOccurrences(of: "_", with: "/")
        return Data(base64Encoded: standard + String(repeating: "=", count: (4 - standard.count % 4) % 4))
    }

    private static func object(_ text: Substring) -> [String: Any]? {
        bytes(text).flatMap { try? JSONSerialization.jsonObject(with: $0) as? [String: Any] }
    }

    private static func der(_ pem: String) -> Data? {
        guard let start = pem.range(of: "-----BEGIN CERTIFICATE-----"),
            let end = pem.range(of: "-----END CERTIFICATE-----")
        else { return nil }
        return Data(
            base64Encoded: String(pem[start.upperBound..<end.lowerBound]), options: .ignoreUnknownCharacters)
    }

    private static func publicKey(_ pem: String) -> _RSA.Signing.PublicKey? {
        guard let start = pem.range(of: "-----BEGIN PRIVATE KEY-----"),
            let end = pem.range(of: "-----END PRIVATE KEY-----")
        else { return nil }
        let block = String(pem[start.lowerBound..<end.upperBound])
        return try? _RSA.Signing.PrivateKey(pemRepresentation: block).publicKey
    }

    private func refusal(_ error: String, _ number: Int, status: Int = 400) -> Reply {
        .json(
            #"{"error":"\#(error)","error_description":"AADSTS\#(number): not so","error_codes":[\#(number)]}"#,
            status: status)
    }

    private mutating func token(now: Double, isDelegated: Bool, asText: Bool = false) -> Reply {
        issued += 1
        let end = now + options.tokenLife
        let roles = options.roles.sorted()
        let held =
            isDelegated
            ? #""scp":"\#(roles.joined(separator: " "))""#
            : #""roles":[\#(roles.map { "\"\($0)\"" }.joined(separator: ","))]"#
        let claims =
            #"{"tid":"\#(options.tenant)","appid":"\#(options.client)","exp":\#(Int(end)),"jti":"\#(UUID().uuidString)",\#(held)}"#
        let text = [#"{"alg":"none"}"#, claims, "signature"].map {
            Data($0.utf8).base64EncodedString().replacingOccurrences(of: "+", with: "-").replacingOccurrences(
                of: "/", with: "_"
            ).replacing(
                "=", with: "")
        }.joined(separator: ".")
        ends[text] = end
        if isDelegated { personal.insert(text) }
        let life = asText ? "\"\(Int(options.tokenLife))\"" : "\(Int(options.tokenLife))"
        let refresh = isDelegated ? #","refresh_token":"r\#(issued)""# : ""
        return .json(#"{"token_type":"Bearer","expires_in":\#(life),"access_token":"\#(text)"\#(refresh)}"#)
    }

    /// Whether the header carries a token that is good now.
    func isGood(_ header: String?, now: Double) -> Bool {
        guard let header, header.hasPrefix("Bearer "), let end = ends[String(header.dropFirst(7))] else {
            return false
        }
        return now < end
    }

    func isPersonal(_ header: String?) -> Bool {
        header.map { personal.contains(String($0.dropFirst(7))) } ?? false
    }

    mutating func end(_ header: String?) {
        guard let header else { return }
        ends[String(header.dropFirst(7))] = nil
    }
}

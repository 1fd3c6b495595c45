/// How secrets are known in data of Microsoft Graph (GRAPH.md 0, trap 20).
public enum Secrets {
    /// Members that hold secrets, in lower case: exporters write them in several spellings.
    public static let keys: Set<String> = [
        "endpointconfiguration", "inviteredeemurl", "downloaduri", "clientconfiguration",
        "authenticationconfiguration",
    ]

    /// A parameter of addresses that anybody may use who has them.
    public static let signature = "sig="

    /// What every text that holds a secret holds, and few others do.
    public static let traces = ["onfiguration\"", "edeem", "ownload", signature]

    /// What is kept instead of an address.
    public static let removed = "(removed: an address with a signature)"

    /// Whether the text is an address that anybody may use who has it.
    public static func isSecretAddress(_ text: String) -> Bool {
        text.utf8.count > 16 && text.contains(signature) && text.contains("://")
    }
}

import Foundation

/// A file that holds one secret and nothing else. Neither its name nor what it holds is ever said: it may be the
/// secret itself that somebody wrote in its place.
struct SecretFile {
    private let path: String
    private static let largest = 16 * 1024

    init(_ path: String) {
        self.path = path
    }

    /// The one line that it holds.
    ///
    /// - Throws: `SecretFileError`.
    func secret() throws(SecretFileError) -> String {
        try checkOwner()
        guard let data = FileManager.default.contents(atPath: path), data.count <= Self.largest,
            let text = String(data: data, encoding: .utf8)
        else { throw .unreadable }
        let lines = text.split(whereSeparator: \.isNewline)
        guard lines.count == 1 else { throw .notOneLine }
        return lines[0].trimmingCharacters(in: .whitespaces)
    }

    /// What others than its owner and group may read is no secret.
    func checkOwner() throws(SecretFileError) {
        var found = stat()
        guard stat(path, &found) == 0 else { throw .missing }
        guard found.st_mode & S_IFMT == S_IFREG, access(path, R_OK) == 0 else { throw .unreadable }
        guard found.st_mode & 0o007 == 0 else { throw .open }
    }
}

/// Why a secret cannot be had from its file, in words that follow a key of the configuration.
enum SecretFileError: Error, CustomStringConvertible {
    case missing, unreadable, open, notOneLine

    var description: String {
        switch self {
        case .missing: "the file that holds the secret is not there"
        case .unreadable: "the file that holds the secret cannot be read; see who may read it and its folder"
        case .open: "everybody can read the file that holds the secret; take that away: chmod o-rwx"
        case .notOneLine: "the file that holds the secret must hold it on one line, and nothing else"
        }
    }
}

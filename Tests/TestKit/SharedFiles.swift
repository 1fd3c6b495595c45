import Foundation

/// What is kept beside the repository and not in it: below the folder that TENURE_SHARED names, else `../shared`
/// beside the package. Tests that need it are skipped where it is not.
public enum SharedFiles {
    /// The path of a file or folder there, such as `graph/examples`.
    public static func path(_ name: String) -> String {
        let package = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let folder = ProcessInfo.processInfo.environment["TENURE_SHARED"].map { URL(fileURLWithPath: $0) }
        return (folder ?? package.deletingLastPathComponent().appending(path: "shared")).appending(path: name)
            .path
    }
}

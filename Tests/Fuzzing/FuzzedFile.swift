import Foundation

/// The file in memory's file system that each input is written to.
struct FuzzedFile {
    static let root = "/dev/shm/tenure-fuzz-\(getpid())"
    let path: String

    init(_ path: String) {
        self.path = path
        try? FileManager.default.createDirectory(
            atPath: (path as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
    }

    func write(_ bytes: UnsafeBufferPointer<UInt8>) {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
        guard descriptor >= 0 else { fatalError("no room for \(path)") }
        defer { close(descriptor) }
        guard Foundation.write(descriptor, bytes.baseAddress, bytes.count) == bytes.count else {
            fatalError("no room for \(path)")
        }
    }
}

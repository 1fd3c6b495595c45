import Crypto
import Foundation

/// The files below a folder, without following links.
enum FolderFiles {
    /// Regular files, sorted by path.
    static func all(in folder: String) throws -> [FolderRecord.File] {
        var files: [FolderRecord.File] = []
        try walk(folder, "") { path in
            guard let sha256 = hash(folder + "/" + path) else {
                throw NightlyError.cannotRead(folder + "/" + path)
            }
            files.append(FolderRecord.File(path: path, sha256: sha256))
        }
        return files.sorted { $0.path < $1.path }
    }

    private static func walk(_ folder: String, _ below: String, _ body: (String) throws -> Void) throws {
        let here = below.isEmpty ? folder : folder + "/" + below
        guard let names = try? FileManager.default.contentsOfDirectory(atPath: here) else {
            throw NightlyError.cannotRead(here)
        }
        for name in names.sorted() {
            let path = below.isEmpty ? name : below + "/" + name
            switch kind(folder + "/" + path) {
            case S_IFREG: try body(path)
            case S_IFDIR: try walk(folder, path, body)
            default: break
            }
        }
    }

    /// What lies there itself, no link followed; 0 where there is nothing.
    static func kind(_ path: String) -> mode_t {
        var found = stat()
        return lstat(path, &found) == 0 ? found.st_mode & S_IFMT : 0
    }

    /// In hexadecimal digits; nil where it cannot be read.
    static func hash(_ path: String) -> String? {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
        guard descriptor >= 0 else { return nil }
        let file = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
        var hash = SHA256()
        do {
            while let piece = try file.read(upToCount: 1 << 20), !piece.isEmpty { hash.update(data: piece) }
        } catch {
            return nil
        }
        return hash.finalize().map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
}

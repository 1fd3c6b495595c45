import Crypto
import Foundation

/// A text as a number, by its SHA-256.
public enum PlaceHash {
    public static func number(_ text: String) -> Int64 {
        SHA256.hash(data: Data(text.utf8)).withUnsafeBytes { $0.loadUnaligned(as: Int64.self) }
    }
}

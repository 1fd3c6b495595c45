import Foundation
import GraphSchema

/// Checks one document after the other: each is held against the mapping, or refused with a `GraphSchemaError`.
struct FuzzedSchema {
    private let file: FuzzedFile

    init(name: String) {
        file = FuzzedFile(FuzzedFile.root + "/" + name)
    }

    func take(_ bytes: UnsafeBufferPointer<UInt8>) {
        file.write(bytes)
        // Whatever is thrown is a refusal, since nothing else can be thrown.
        _ = try? SchemaCheck.run(file.path)
    }
}

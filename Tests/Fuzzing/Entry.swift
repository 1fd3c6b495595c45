import Foundation

/// Called by libFuzzer with each input. `FUZZ_NAME` says what file it is to be (`make fuzz`).
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOneInput(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    take(UnsafeBufferPointer(start: bytes, count: count))
    return 0
}

// libFuzzer calls from one thread.
private nonisolated(unsafe) let take: (UnsafeBufferPointer<UInt8>) -> Void = {
    let name = ProcessInfo.processInfo.environment["FUZZ_NAME"] ?? "x.json"
    return name.hasSuffix(".csdl") ? FuzzedSchema(name: name).take : FuzzedImport(name: name).take
}()

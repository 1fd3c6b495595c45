import CZlib
import Foundation

/// Whole bodies to gzip and back.
enum Gzip {
    /// - Parameter data: of less than 4 GB.
    static func compress(_ data: Data) -> Data {
        var stream = z_stream()
        // 31: the largest window, in gzip's own frame; without a time, so that the same gives the same.
        guard
            deflateInit2_(
                &stream, 6, Z_DEFLATED, 31, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
                Int32(MemoryLayout<z_stream>.size)) == Z_OK
        else { preconditionFailure("zlib has no memory") }
        defer { deflateEnd(&stream) }
        var output = Data(count: Int(deflateBound(&stream, UInt(data.count))))
        let written = run(&stream, data, &output) { deflate(&$0, Z_FINISH) }
        output.removeSubrange(written...)
        return output
    }

    /// - Returns: nil when it is no whole gzip file, or more than `limit` bytes.
    static func decompress(_ data: Data, limit: Int) -> Data? {
        var stream = z_stream()
        guard inflateInit2_(&stream, 31, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK else {
            return nil
        }
        defer { inflateEnd(&stream) }
        var size = max(4096, data.count * 8)
        while size <= limit * 2 {
            var output = Data(count: min(size, limit))
            var code = Z_OK
            inflateReset(&stream)
            let written = run(&stream, data, &output) {
                code = inflate(&$0, Z_FINISH)
                return code
            }
            if code == Z_STREAM_END {
                output.removeSubrange(written...)
                return output
            }
            guard code == Z_BUF_ERROR, size < limit else { return nil }
            size *= 2
        }
        return nil
    }

    private static func run(
        _ stream: inout z_stream, _ input: Data, _ output: inout Data,
        _ body: (inout z_stream) -> Int32
    ) -> Int {
        input.withUnsafeBytes { (source: UnsafeRawBufferPointer) in
            output.withUnsafeMutableBytes { (target: UnsafeMutableRawBufferPointer) in
                let bytes = source.bindMemory(to: UInt8.self).baseAddress
                stream.next_in = UnsafeMutablePointer(mutating: bytes)
                stream.avail_in = UInt32(source.count)
                stream.next_out = target.bindMemory(to: UInt8.self).baseAddress
                stream.avail_out = UInt32(target.count)
                _ = body(&stream)
                return target.count - Int(stream.avail_out)
            }
        }
    }
}

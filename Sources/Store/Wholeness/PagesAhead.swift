import Foundation
import GRDBSQLite
import Synchronization

/// Reads pages on a thread of its own while those before are looked at.
///
/// SQLite's file belongs to this thread until `stop` returns; a buffer belongs to it until it is handed out, and to
/// who called `next` until the next call.
final class PagesAhead: @unchecked Sendable {
    private let file: UnsafeMutablePointer<sqlite3_file>
    private let pageSize: Int
    private let count: Int
    private let chunk: Int
    private let buffer: UnsafeMutableRawBufferPointer
    private let codes = UnsafeMutablePointer<Int32>.allocate(capacity: PagesAhead.places)
    private var taken = 0
    private let free = DispatchSemaphore(value: 0)
    private let filled = DispatchSemaphore(value: 0)
    private let ended = DispatchSemaphore(value: 0)
    private let isStopped = Atomic(false)
    private static let places = 4

    /// - Parameters:
    ///   - count: how many pages there are.
    ///   - chunk: how many are handed out at once.
    init(_ file: UnsafeMutablePointer<sqlite3_file>, pageSize: Int, count: Int, chunk: Int) {
        self.file = file
        self.pageSize = pageSize
        self.count = count
        self.chunk = chunk
        buffer = .allocate(byteCount: pageSize * chunk * PagesAhead.places, alignment: 16)
        codes.initialize(repeating: SQLITE_OK, count: PagesAhead.places)
        for _ in 0..<PagesAhead.places { free.signal() }
        Thread { [self] in
            for number in 0..<(count + chunk - 1) / chunk {
                free.wait()
                if isStopped.load(ordering: .acquiring) { break }
                codes[number % PagesAhead.places] = read(number)
                filled.signal()
            }
            ended.signal()
        }.start()
    }

    /// The next pages, and what SQLite said when it read them. To be called once for each chunk.
    func next() -> (bytes: UnsafeMutableRawBufferPointer, code: Int32) {
        if taken > 0 { free.signal() }
        filled.wait()
        defer { taken += 1 }
        return (bytes(taken), codes[taken % PagesAhead.places])
    }

    /// Ends the thread. To be called once.
    func stop() {
        isStopped.store(true, ordering: .releasing)
        free.signal()
        ended.wait()
        buffer.deallocate()
        codes.deallocate()
    }

    private func bytes(_ number: Int) -> UnsafeMutableRawBufferPointer {
        let start = number % PagesAhead.places * chunk * pageSize
        let size = min(chunk, count - number * chunk) * pageSize
        return UnsafeMutableRawBufferPointer(rebasing: buffer[start..<start + size])
    }

    private func read(_ number: Int) -> Int32 {
        let bytes = bytes(number)
        let place = Int64(number * chunk) * Int64(pageSize)
        return file.pointee.pMethods?.pointee.xRead?(file, bytes.baseAddress, Int32(bytes.count), place)
            ?? SQLITE_IOERR
    }
}

import Dispatch
import Foundation
import Resolution
import Synchronization

/// Writes the files of a report on a thread of its own, from what it is sent, while the next is being loaded.
final class ReportWriting: Sendable {
    /// What is sent, in this order: for each table its beginning, its rows and its end; then the end.
    enum Piece: Sendable {
        case table(Table, [AccessColumn])
        case rows(QueriedRows)
        /// Persons whose rows are still to be made.
        case persons([LoadedPerson])
        case endOfTable
        case end
    }

    private let pieces = Channel<Piece>(capacity: 4)
    private let outcome = Mutex<Result<WritingJob.Written, any Error>?>(nil)
    private let done = DispatchSemaphore(value: 0)

    init(_ job: WritingJob) {
        let thread = Thread { [self] in
            let result = Result { try job.run(pieces) }
            outcome.withLock { $0 = result }
            // Who still sends learns that it is of no use.
            pieces.close()
            done.signal()
        }
        thread.name = "writing"
        thread.start()
    }

    /// - Throws: why writing has stopped, if it has.
    func send(_ piece: Piece) throws {
        if !pieces.send(piece) { _ = try ended() }
    }

    /// Waits until all is written and published.
    func finish() throws -> WritingJob.Written {
        try send(.end)
        return try ended()
    }

    /// Waits until the thread has let everything go; nothing is published.
    func abandon() {
        pieces.close()
        done.wait()
        done.signal()
    }

    private func ended() throws -> WritingJob.Written {
        done.wait()
        done.signal()
        guard let result = outcome.withLock({ $0 }) else { throw CancellationError() }
        return try result.get()
    }
}

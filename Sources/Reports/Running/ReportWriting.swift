import Resolution

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

    private let pieces: Channel<Piece>
    private let writing: OwnThread<Result<WritingJob.Written, any Error>>

    init(_ job: WritingJob) {
        let pieces = Channel<Piece>(capacity: 4)
        writing = OwnThread("writing") {
            // Who still sends learns that it is of no use.
            defer { pieces.close() }
            return Result { try job.run(pieces) }
        }
        self.pieces = pieces
    }

    /// - Throws: why writing has stopped, if it has.
    func send(_ piece: Piece) throws {
        if !pieces.send(piece) { _ = try writing.value().get() }
    }

    /// Waits until all is written and published.
    func finish() throws -> WritingJob.Written {
        try send(.end)
        return try writing.value().get()
    }

    /// Waits until the thread has let everything go; nothing is published.
    func abandon() {
        pieces.close()
        _ = writing.value()
    }
}

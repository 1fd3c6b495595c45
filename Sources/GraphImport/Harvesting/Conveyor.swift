import Foundation

/// Hands out what readers in several threads gave, in the order of the files, and lets no reader run far ahead:
/// memory is bounded by the number of stretches that are on the way.
final class Conveyor: @unchecked Sendable {
    private let stretchCount: Int
    private let ahead: Int
    private let condition = NSCondition()
    /// All below belongs to who holds the condition.
    private var nextToRead = 0
    private var nextToWrite = 0
    private var waiting: [Int: [Harvest]] = [:]
    private var empty: [Harvest] = []
    private var isStopped = false

    /// Readers end by this when nobody takes what they read.
    struct Stopped: Error {}

    init(stretchCount: Int, ahead: Int) {
        self.stretchCount = stretchCount
        self.ahead = ahead
    }

    // MARK: For readers

    /// The next stretch to read; nil when there is none.
    func nextStretch() -> Int? {
        condition.withLock {
            while nextToRead >= nextToWrite + ahead, !isStopped { condition.wait() }
            guard nextToRead < stretchCount, !isStopped else { return nil }
            defer { nextToRead += 1 }
            return nextToRead
        }
    }

    func emptyHarvest() -> Harvest {
        condition.withLock { empty.popLast() } ?? Harvest()
    }

    func put(_ harvest: Harvest, of stretch: Int) throws {
        try condition.withLock {
            while waiting[stretch, default: []].count >= 2, !isStopped { condition.wait() }
            if isStopped { throw Stopped() }
            waiting[stretch, default: []].append(harvest)
            if stretch == nextToWrite { condition.broadcast() }
        }
    }

    // MARK: For the writer

    /// Takes all harvests in order. When it throws, the readers stop.
    func forEach(_ body: (Harvest) throws -> Void) throws {
        defer { stop() }
        while let harvest = take() {
            if let failure = harvest.failure { throw failure }
            try body(harvest)
            give(back: harvest)
        }
    }

    private func take() -> Harvest? {
        condition.withLock {
            guard nextToWrite < stretchCount else { return nil }
            while waiting[nextToWrite, default: []].isEmpty { condition.wait() }
            return waiting[nextToWrite]?.removeFirst()
        }
    }

    private func give(back harvest: Harvest) {
        let isLast = harvest.isLastOfStretch
        harvest.removeAll()
        condition.withLock {
            empty.append(harvest)
            if isLast {
                waiting[nextToWrite] = nil
                nextToWrite += 1
            }
            condition.broadcast()
        }
    }

    private func stop() {
        condition.withLock {
            isStopped = true
            condition.broadcast()
        }
    }
}

import Foundation
import JSONText

/// The threads that read files, stretch by stretch, and what they share.
final class HarvestCrew: Sendable {
    private let files: [InputFile]
    private let stretches: [Range<Int>]
    private let eventsOnly: Bool
    private let known: KnownPages
    private let conveyor: Conveyor

    init(_ files: [InputFile], eventsOnly: Bool, known: KnownPages) {
        self.known = known
        self.files = files
        self.eventsOnly = eventsOnly
        stretches = HarvestCrew.stretches(of: files)
        conveyor = Conveyor(stretchCount: stretches.count, ahead: 2 * HarvestCrew.readerCount + 2)
    }

    private static let readerCount = max(1, min(ProcessInfo.processInfo.activeProcessorCount, 4))

    /// Small files go together.
    private static func stretches(of files: [InputFile]) -> [Range<Int>] {
        var stretches: [Range<Int>] = []
        var (start, size) = (0, 0)
        for (index, file) in files.enumerated() {
            size += file.size
            if size >= 1 << 20 || index - start >= 255 || index == files.count - 1 {
                stretches.append(start..<(index + 1))
                (start, size) = (index + 1, 0)
            }
        }
        return stretches
    }

    /// Hands out what all files gave, in their order.
    func harvest(_ body: (Harvest) throws -> Void) throws {
        for _ in 0..<HarvestCrew.readerCount {
            let thread = Thread { [self] in work() }
            // Deeply nested text is walked by calls within calls.
            thread.stackSize = 8 << 20
            thread.start()
        }
        try conveyor.forEach(body)
    }

    private func work() {
        let bytes = FileBytes()
        let harvester = Harvester(eventsOnly: eventsOnly, rowPrint: known.rowPrint)
        while let stretch = conveyor.nextStretch() {
            harvester.harvest = conveyor.emptyHarvest()
            harvester.handOver = { [conveyor] full in
                try conveyor.put(full, of: stretch)
                return conveyor.emptyHarvest()
            }
            do {
                for number in stretches[stretch] { try read(number, harvester, bytes) }
            } catch {
                harvester.harvest.failure = error
            }
            harvester.harvest.isLastOfStretch = true
            // Refused only when nobody takes it any more.
            try? conveyor.put(harvester.harvest, of: stretch)
        }
    }

    private func read(_ number: Int, _ harvester: Harvester, _ buffer: FileBytes) throws {
        let file = files[number]
        let content = try buffer.read(file)
        guard let format = try FileFormat(file, content) else {
            return harvester.leaveAside(file, number: number, "neither JSON nor a table that is known")
        }
        // A page that others overtake is read again, and each time its archive would be opened for it.
        guard let bytes = content, file.packed == nil else {
            return try harvester.read(file, format, number: number, content)
        }
        let place = PagePlace(file)
        let hash = try place.hash(known.key, buffer)
        if let hash, known.contains(hash) { return harvester.recognize(number, hash) }
        try harvester.read(
            file, format, number: number, bytes, hash: hash, place: place.number(known.rowPrint))
    }
}

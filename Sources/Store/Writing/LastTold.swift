/// What an import told last of each object, by source, to spare the look-up in the database. It is bounded: what
/// there is no room for is forgotten source by source, first that which told nothing for longest, for most files of
/// one kind stand together.
struct LastTold {
    /// What is known of what a source told of an object before.
    enum Before: Equatable {
        case nothing
        case told(print: UInt64)
        /// It may have told something that is forgotten.
        case forgotten
    }

    private struct Source {
        var table = NumberTable()
        var isForgetful = false
        /// When it told something last, counted in what was told.
        var lastUse = 0
    }

    private var sources: [Source] = []
    private var uses = 0
    private var count = 0
    private let capacity: Int

    /// - Parameter capacity: how many objects are kept, each counted for each source.
    init(capacity: Int = 2_500_000) {
        self.capacity = capacity
    }

    /// Keeps what is told now.
    ///
    /// - Returns: what was told before.
    mutating func set(_ place: ToldPlace, to print: UInt64) -> Before {
        let number = Int(place.source)
        while number >= sources.count { sources.append(Source()) }
        if count >= capacity { forget() }
        uses += 1
        sources[number].lastUse = uses
        // Numbers of ids never come near 32 bits (IdentTable).
        if let before = sources[number].table.set(UInt32(place.key), to: print) {
            return .told(print: before)
        }
        count += 1
        return sources[number].isForgetful ? .forgotten : .nothing
    }

    private mutating func forget() {
        let filled = sources.indices.filter { sources[$0].table.count > 0 }
        guard let oldest = filled.min(by: { sources[$0].lastUse < sources[$1].lastUse }) else { return }
        count -= sources[oldest].table.count
        sources[oldest].table = NumberTable()
        sources[oldest].isForgetful = true
    }
}

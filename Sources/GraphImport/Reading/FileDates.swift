import Model

/// When the files of an import were observed, as far as they say so: by their capture, or by their SnapshotDate.
struct FileDates {
    private let captures: [Capture]
    private let files: [InputFile]
    /// By the place of the file.
    private var days: [Int: Instant] = [:]

    /// - Parameter now: what was observed on this day was observed before.
    init(_ set: CaptureSet, now: Instant) {
        captures = set.captures
        files = set.files
        for (place, file) in files.enumerated() where capture(of: file) == nil {
            days[place] = SnapshotDate.of(file).map { min($0, now) }
        }
    }

    /// The newest day that a file says.
    var newestDay: Instant? { days.values.max() }

    private func capture(of file: InputFile) -> Capture? {
        captures.filter { file.components.starts(with: $0.folder) }.max { $0.folder.count < $1.folder.count }
    }

    private func moment(_ place: Int) -> Instant? { days[place] ?? capture(of: files[place])?.observedAt }

    /// The files in the order in which the last word counts: the older ones first, those that say nothing as
    /// observed with the import; of the same moment by their paths.
    func ordered(_ observedAt: Instant) -> [InputFile] {
        guard
            !days.isEmpty || captures.count > 1
                || captures.first.map({ $0.observedAt != observedAt }) ?? false
        else { return files }
        let moments = files.indices.map { min(moment($0) ?? observedAt, observedAt) }
        return files.indices.sorted { (moments[$0], $0) < (moments[$1], $1) }.map { files[$0] }
    }

    /// What was observed before the newest of them: what was gone by then is not told to be.
    var overtaken: [(place: String, at: Instant)] {
        var moments: [String: Instant] = [:]
        for capture in captures { moments[capture.place] = capture.observedAt }
        for (place, day) in days { moments[files[place].path] = day }
        guard let newest = moments.values.max() else { return [] }
        return moments.filter { $0.value < newest }.map { ($0.key, $0.value) }.sorted { $0.place < $1.place }
    }
}

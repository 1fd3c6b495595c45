/// Finds the entity that a request path names.
struct PathIndex {
    struct Match {
        fileprivate let candidate: Candidate
        /// The ids of what the collection hangs on, from the outside in, as far as the path names them.
        let parents: [String]
        /// Whether the path is that of one object (`users/<id>`), not of a collection.
        let isSingle: Bool
        /// Whether the object stands in a folder of its own, in a folder that is the collection.
        var isExported = false

        var entity: Entity { candidate.entity }
        /// What such a folder leaves out of the collection.
        var leavesOut: String? { candidate.leavesOut }
    }

    /// A pattern of paths.
    fileprivate final class Candidate: Sendable {
        /// In lower case.
        let pattern: [String]
        let entity: Entity
        let isSingle: Bool
        let leavesOut: String?

        init(_ path: String, isSingle: Bool, _ entity: Entity, leavesOut: String? = nil) {
            pattern = path.lowercased().split(separator: "/").map(String.init) + (isSingle ? ["*"] : [])
            self.entity = entity
            self.isSingle = isSingle
            self.leavesOut = leavesOut
        }
    }

    static let shared = PathIndex(Entity.all)

    /// By their last fixed segment, the longest first.
    private let candidates: [String: [Candidate]]
    /// Of objects in folders of their own, the longest first.
    private let folders: [Candidate]

    init(_ entities: [Entity]) {
        var candidates: [String: [Candidate]] = [:]
        for entity in entities {
            for path in entity.paths {
                let collection = Candidate(path, isSingle: false, entity)
                let last = collection.pattern.last ?? ""
                candidates[last, default: []].append(collection)
                candidates[last + "/*", default: []].append(Candidate(path, isSingle: true, entity))
            }
        }
        self.candidates = candidates.mapValues { $0.sorted { $0.pattern.count > $1.pattern.count } }
        folders = entities.flatMap { entity in
            (entity.folders + entity.paths.map { Entity.Folder(path: $0) }).map {
                Candidate($0.path, isSingle: true, entity, leavesOut: $0.leavesOut)
            }
        }.sorted { $0.pattern.count > $1.pattern.count }
    }

    func match(_ path: RequestPath) -> Match? {
        if let segments = path.ofFolder, let match = match(folder: segments) { return match }
        let segments = path.segments
        guard let last = segments.last?.lowercased() else { return nil }
        if let collection = find(last, path) { return collection }
        return segments.count > 1 ? find(segments[segments.count - 2].lowercased() + "/*", path) : nil
    }

    private func match(folder segments: [String]) -> Match? {
        for candidate in folders {
            guard let ids = RequestPath.match(segments, candidate.pattern) else { continue }
            return Match(
                candidate: candidate, parents: Array(ids.dropLast()), isSingle: true, isExported: true)
        }
        return nil
    }

    private func find(_ key: String, _ path: RequestPath) -> Match? {
        for candidate in candidates[key] ?? [] {
            guard let ids = RequestPath.match(path.segments, candidate.pattern) else { continue }
            let parents = candidate.isSingle ? Array(ids.dropLast()) : ids
            return Match(candidate: candidate, parents: parents, isSingle: candidate.isSingle)
        }
        return nil
    }
}

/// Finds the entity that a request path names.
struct PathIndex {
    struct Match {
        let entity: Entity
        /// The ids of what the collection hangs on, from the outside in, as far as the path names them.
        let parents: [String]
        /// Whether the path is that of one object (`users/<id>`), not of a collection.
        let isSingle: Bool
        /// Whether the object stands in a folder of its own, in a folder that is the collection.
        var isExported = false
        /// What such a folder leaves out of the collection.
        var leavesOut: String?
    }

    static let shared = PathIndex(Entity.all)

    /// Patterns by their last fixed segment, the longest first.
    private let patterns: [String: [(pattern: [Substring], entity: Entity, isSingle: Bool)]]
    /// Patterns of objects in folders of their own, the longest first.
    private let folders: [(pattern: [Substring], entity: Entity, leavesOut: String?)]

    init(_ entities: [Entity]) {
        var patterns: [String: [(pattern: [Substring], entity: Entity, isSingle: Bool)]] = [:]
        for entity in entities {
            for path in entity.paths {
                let pattern = path.split(separator: "/")
                let last = pattern.last.map { $0.lowercased() } ?? ""
                patterns[last, default: []].append((pattern, entity, false))
                patterns[last + "/*", default: []].append((pattern + ["*"], entity, true))
            }
        }
        self.patterns = patterns.mapValues { $0.sorted { $0.pattern.count > $1.pattern.count } }
        folders = entities.flatMap { entity in
            (entity.folders + entity.paths.map { Entity.Folder(path: $0) }).map {
                (pattern: $0.path.split(separator: "/") + ["*"], entity: entity, leavesOut: $0.leavesOut)
            }
        }.sorted { $0.pattern.count > $1.pattern.count }
    }

    func match(_ path: RequestPath) -> Match? {
        if let segments = path.ofFolder, let match = match(folder: segments) { return match }
        let segments = path.segments.map { $0.lowercased() }
        guard let last = segments.last else { return nil }
        let collection = find(last, path)
        if let collection { return collection }
        return segments.count > 1 ? find(segments[segments.count - 2] + "/*", path) : nil
    }

    private func match(folder segments: [String]) -> Match? {
        for candidate in folders {
            guard let ids = RequestPath.match(segments, candidate.pattern) else { continue }
            return Match(
                entity: candidate.entity, parents: Array(ids.dropLast()), isSingle: true, isExported: true,
                leavesOut: candidate.leavesOut)
        }
        return nil
    }

    private func find(_ key: String, _ path: RequestPath) -> Match? {
        for candidate in patterns[key] ?? [] {
            guard let ids = path.match(candidate.pattern) else { continue }
            let parents = candidate.isSingle ? Array(ids.dropLast()) : ids
            return Match(entity: candidate.entity, parents: parents, isSingle: candidate.isSingle)
        }
        return nil
    }
}

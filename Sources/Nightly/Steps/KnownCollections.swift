import Foundation
public import GraphClient
import GraphImport
import Store

/// What a database knows of collections whose changes can be followed.
public enum KnownCollections {
    /// - Returns: nothing where there is no database yet, or one of an older schema: then all is read.
    public static func read(_ database: String) throws -> [String: KnownCollection] {
        guard FileManager.default.fileExists(atPath: database) else { return [:] }
        let all: [FollowedCollection]
        do {
            all = try TenureDatabase.openForReading(database).reading(FollowedCollection.all)
        } catch StoreError.older {
            return [:]
        }
        let known = all.map {
            ($0.path, KnownCollection(link: $0.link, wholeAt: $0.wholeAt, objects: $0.objects))
        }
        return Dictionary(uniqueKeysWithValues: known)
    }
}

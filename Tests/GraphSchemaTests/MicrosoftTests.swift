import Foundation
import GraphSchema
import TestKit
import Testing

@testable import GraphImport

/// Every field of the mapping is in Microsoft's own metadata, with a type that fits.
///
/// It lies in `graph/metadata` of the `SharedFiles`.
@Suite(.enabled(if: MicrosoftMetadata.isThere, "Microsoft's metadata is not here"))
struct MicrosoftTests {
    @Test func everyMappedFieldOfV1IsThereAndFits() throws {
        let check = try SchemaCheck.run(MicrosoftMetadata.path)
        #expect(check.misfits.map(\.description) == [])
        #expect(check.unheldWithin == [])
        // The file is cut: it has no roles of entitlement management.
        #expect(check.unheld.map(\.entity) == ["catalogRole", "catalogRoleAssignment"])
        #expect(check.entityCount == 31)
        #expect(check.fitCount > 260)
    }

    /// Each member of an enumeration that a field can hold has a word; one that comes without is reviewed here,
    /// and gets a word where it belongs, or a line in this list with the reason why not.
    @Test func everyMemberHasAWord() throws {
        let check = try SchemaCheck.run(MicrosoftMetadata.path)
        print("\(check.unknownMembers.count) members of enumerations are not known")
        #expect(check.unknownMembers.map(\.description) == [])
    }

    /// What is declared as told by others alone is not in v1.0: the declaration would hide a fault.
    @Test func whatOthersAloneTellIsNotInV1() throws {
        let metadata = try Metadata.read(MicrosoftMetadata.path)
        var declared = 0
        for entity in Entity.all where entity.teller == .graph {
            let fields = entity.fields.filter { $0.teller != .graph }
            declared += fields.count
            guard !fields.isEmpty else { continue }
            let asked = fields.map { field in
                var asked = field
                asked.teller = .graph
                return asked
            }
            let bare = Entity(
                entity.name, doc: entity.doc, paths: entity.paths, types: entity.types, fields: asked)
            let check = SchemaCheck(metadata, of: [MappedEntity(bare)])
            #expect(check.misfits.map(\.column) == fields.map(\.column))
        }
        #expect(declared > 0)
    }

    /// Words in another spelling than Graph's are no words of Graph.
    @Test func everyWordIsAMember() throws {
        let metadata = try Metadata.read(MicrosoftMetadata.path)
        for entity in Entity.all {
            for field in entity.fields where !field.words.isEmpty {
                var bare = field
                bare.words = []
                let alone = Entity(
                    entity.name, doc: entity.doc, paths: entity.paths, types: entity.types, fields: [bare])
                let members = SchemaCheck(metadata, of: [MappedEntity(alone)]).unknownMembers.map(\.member)
                #expect(Set(members) == Set(field.words), "\(entity.name).\(field.column)")
            }
        }
    }
}

enum MicrosoftMetadata {
    static let path = SharedFiles.path("graph/metadata/v1.0-Prod.trimmed.csdl")

    static let isThere = FileManager.default.fileExists(atPath: path)
}

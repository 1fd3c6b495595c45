import GraphImport
import Testing

/// Each parent's child collection stands for itself (ACCESS.md 6).
@Suite struct ChildCollectionTests {
    let bench: ImportBench

    private static let groups = page([object("g1", "\"groupTypes\":[]"), object("g2", "\"groupTypes\":[]")])

    init() throws {
        bench = try ImportBench()
        try bench.take([
            "groups.json": Self.groups,
            "groups/g1/members.json": page([object("u1"), object("u2")]),
            "groups/g2/members.json": page([object("u1"), object("u2")]),
            "groups/g2/owners.json": page([object("u3")]),
        ])
    }

    @Test func aCompleteChildCollectionClosesOnlyAmongItsParent() throws {
        try bench.take(["groups/g1/members.json": page([object("u1")])])
        #expect(try bench.openChildren("groupMember") == ["g1 | u1", "g2 | u1", "g2 | u2"])
        #expect(try bench.readings("groupMember") == ["g1 | 1 | 2 | 1", "g2 | 1 | 1 | 1"])
    }

    @Test func aMissingChildFolderIsNotImported() throws {
        try bench.take(["groups.json": Self.groups])
        #expect(try bench.openChildren("groupMember").count == 4)
        #expect(try bench.readings("groupMember") == ["g1 | 1 | 1 | 1", "g2 | 1 | 1 | 1"])
    }

    @Test func anEmptyChildCollectionIsComplete() throws {
        try bench.take(["groups/g1/members.json": page([])])
        #expect(try bench.openChildren("groupMember") == ["g2 | u1", "g2 | u2"])
    }

    @Test func aClosedGroupTakesItsMembersAndOwnersAlong() throws {
        try bench.take(["groups.json": page([object("g1", "\"groupTypes\":[]")])])
        #expect(try bench.openChildren("groupMember") == ["g1 | u1", "g1 | u2"])
        #expect(try bench.openChildren("groupOwner").isEmpty)
    }

    @Test func aGroupThatComesBackHasNoMembersUntilTheyAreReadAgain() throws {
        try bench.take(["groups.json": page([object("g1", "\"groupTypes\":[]")])])
        try bench.take(["groups.json": Self.groups])
        #expect(try bench.openChildren("groupMember") == ["g1 | u1", "g1 | u2"])
        try bench.take(["groups/g2/members.json": page([object("u2")])])
        #expect(try bench.openChildren("groupMember") == ["g1 | u1", "g1 | u2", "g2 | u2"])
    }

    @Test func aClosedApplicationTakesItsAssignmentsAlong() throws {
        let assignment = object("a1", "\"appRoleId\":\"r1\",\"principalId\":\"u1\",\"resourceId\":\"s1\"")
        try bench.take([
            "servicePrincipals.json": page([object("s1", "\"servicePrincipalType\":\"Application\"")]),
            "servicePrincipals/s1/appRoleAssignedTo.json": page([assignment]),
        ])
        #expect(try bench.open("appRoleAssignment") == ["a1"])
        try bench.take(["servicePrincipals.json": page([])])
        #expect(try bench.open("appRoleAssignment").isEmpty)
    }

    @Test func aClosedPackageAndCatalogTakeTheirsAlong() throws {
        try bench.take([
            "catalogs.json": page([object("c1", "\"catalogType\":\"userManaged\"")]),
            "catalogs/c1/resources.json": page([object("r1", "\"originId\":\"g1\"")]),
            "accessPackages.json": page([object("k1", "\"isHidden\":false")]),
            "accessPackages/k1/resourceRoleScopes.json": page([object("x1", "\"role\":{},\"scope\":{}")]),
            "accessPackages/k1/incompatibleAccessPackages.json": page([object("k2")]),
            "accessPackages/k1/incompatibleGroups.json": page([object("g1")]),
        ])
        try bench.take(["catalogs.json": page([]), "accessPackages.json": page([])])
        for table in ["catalogResource", "resourceRoleScope", "incompatiblePackage", "incompatibleGroup"] {
            #expect(try bench.rows("SELECT since, until FROM \(table)") == ["2 | 3"], "\(table)")
        }
    }

    @Test func inlineMembersEndAtTwentyAndCloseNothing() throws {
        try bench.take(
            ["groups.json": page([object("g1", "\"groupTypes\":[],\"members\":[{\"id\":\"u1\"}]")])], .partial
        )
        #expect(try bench.openChildren("groupMember").count == 4)
    }
}

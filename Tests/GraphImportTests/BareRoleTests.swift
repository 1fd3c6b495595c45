import TestKit
import Testing

/// Roles and assignments of roles for which neither folder nor context tells whose roles they are.
@Suite struct BareRoleTests {
    private static let ofCatalog = """
        {"id":"c1","principalId":"u1","roleDefinitionId":"d1","directoryScopeId":null,
         "appScopeId":"/AccessPackageCatalog/k1"}
        """
    private static let everywhere = """
        {"id":"c2","principalId":"u1","roleDefinitionId":"d1","directoryScopeId":null,"appScopeId":"/"}
        """
    private static let ofDirectory = """
        {"id":"r1","principalId":"u1","roleDefinitionId":"d2","directoryScopeId":"/","appScopeId":null}
        """

    private func objects(_ items: [String]) throws -> [String] {
        let bench = try ImportBench()
        try bench.take(["some.json": "[" + items.joined(separator: ",") + "]"])
        return try bench.reading { connection in
            try connection.rows("SELECT 'directory', count(*) FROM roleAssignment")
                + connection.rows("SELECT 'catalogs', count(*) FROM catalogRoleAssignment")
        }
    }

    @Test(arguments: [[ofCatalog, everywhere], [everywhere, ofCatalog]])
    func thoseOfCatalogsAreNoDirectoryRoles(_ items: [String]) throws {
        #expect(try objects(items) == ["directory | 0", "catalogs | 2"])
    }

    @Test func thoseOfTheDirectoryStayWhatTheyAre() throws {
        #expect(try objects([Self.ofDirectory]) == ["directory | 1", "catalogs | 0"])
    }

    @Test func oneOfACatalogAmongThemIsLeftAside() throws {
        #expect(try objects([Self.ofDirectory, Self.ofCatalog]) == ["directory | 1", "catalogs | 0"])
    }

    private func role(_ id: String, _ actions: String...) -> String {
        let list = actions.map { "\"\($0)\"" }.joined(separator: ",")
        return """
            {"id":"\(id)","displayName":"\(id)","isBuiltIn":true,
             "rolePermissions":[{"allowedResourceActions":[\(list)],"condition":null}]}
            """
    }

    private func roles(_ items: [String]) throws -> [String] {
        let bench = try ImportBench()
        try bench.take(["some.json": "[" + items.joined(separator: ",") + "]"])
        return try bench.open("roleDefinition").map { "directory \($0)" }
            + bench.open("catalogRole").map { "catalogs \($0)" }
    }

    @Test func rolesThatPermitEntitlementManagementAreNoDirectoryRoles() throws {
        let owner = role("owner", "microsoft.entitlementManagement/allEntities/allTasks")
        #expect(try roles([owner]) == ["catalogs owner"])
    }

    @Test func rolesOfTheDirectoryStayWhatTheyAre() throws {
        let administrator = role(
            "administrator", "microsoft.directory/entitlementManagement/allProperties/allTasks",
            "microsoft.directory/accessReviews/allProperties/allTasks")
        let owner = role("owner", "microsoft.entitlementManagement/allEntities/allTasks")
        #expect(try roles([administrator, owner]) == ["directory administrator"])
    }
}

import Model
import Store

extension ReportState {
    /// Resources by id (of an application its appId, too) or name, in any case; where none is exactly so, those whose
    /// name holds the text.
    public func resources(matching text: String) throws -> [FoundObject] {
        var finding = Finding(text)
        let list = try connection.prepare(
            """
            SELECT i.id, nullif(k.name, ''), k.kind, k.appId FROM (
                SELECT key, displayName AS name, '\(ResourceType.group.rawValue)' AS kind, NULL AS appId
                FROM temp.directoryGroupKnown
                UNION ALL SELECT key, displayName, '\(ResourceType.application.rawValue)', appId
                FROM temp.servicePrincipalKnown
                UNION ALL SELECT key, displayName, '\(ResourceType.directoryRole.rawValue)', NULL
                FROM temp.roleDefinitionKnown
                UNION ALL SELECT origin, displayName, originSystem, NULL FROM temp.catalogResourceKnown
                UNION ALL SELECT scopeOrigin, resourceName, scopeOriginSystem, NULL
                FROM temp.resourceRoleScopeKnown) k
            JOIN ident i ON i.key = k.key
            """)
        while try list.step() {
            let (id, name) = (list.identifier(0) ?? "", list.text(1))
            finding.look(
                at: FoundObject(id: id, name: name, hint: list.text(2)),
                exactly: [id, name, list.text(3)], holding: [name])
        }
        return finding.found
    }
}

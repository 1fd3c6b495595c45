"""Directory roles: definitions, active assignments, eligibilities."""

from . import ids

ROOT = "roleManagement/directory/"

# Template ids of built-in roles are the same in every tenant.
BUILT_IN = {
    "Global Administrator": "62e90394-69f5-4237-9190-012177145e10",
    "User Administrator": "fe930be7-5e62-47db-91af-98c3a49a38b1",
    "Guest Inviter": "95e79109-95c0-4d8e-aee3-d01accf2d47b",
    "Helpdesk Administrator": "729827e3-9c14-49f7-bb1b-9608f156bbb8",
    "Global Reader": "f2ef992c-3afb-46b9-b7cf-a126ee74c451",
    "Directory Readers": "88d8e3e3-8f55-4a1e-953a-9b9898b8876b",
}


ADMINISTRATION = "roleManagement/entitlementManagement/"

# Roles of entitlement management; their ids, too, are the same in every tenant.
ADMINISTRATORS = {
    "Catalog owner": "ae79f266-94d4-4dab-b730-feca7e132178",
    "Catalog reader": "44272f93-9762-48e8-af59-1b5351b1d6b3",
    "Access package manager": "7f480852-ebdc-47d4-87de-0d8498384a83",
    "Catalog creator": "ba92d953-d8e0-4e39-a797-0cbedb0a89e8",
}


class Roles:
    def __init__(self, timeline):
        self.timeline = timeline
        for name in ("roleDefinitions", "roleAssignments"):
            timeline.collection(ADMINISTRATION + name)
        for name, role in ADMINISTRATORS.items():
            timeline.put(ADMINISTRATION + "roleDefinitions", {
                "id": role, "displayName": name, "description": name, "isBuiltIn": True, "isEnabled": True,
                "templateId": role, "version": "1.0"})
        for name in ("roleDefinitions", "roleAssignments", "roleAssignmentScheduleInstances",
                     "roleEligibilityScheduleInstances"):
            timeline.collection(ROOT + name)
        for name, template in BUILT_IN.items():
            timeline.put(ROOT + "roleDefinitions", {
                "id": template, "displayName": name, "description": f"The built-in role {name}.",
                "isBuiltIn": True, "isEnabled": True, "templateId": template})

    def plain(self, role, principal, since, scope="/", until=None):
        """A roleAssignment without any schedule."""
        self.timeline.put(ROOT + "roleAssignments", {
            "id": ids.token("roleAssignment", role, principal.id, scope), "principalId": principal.id,
            "roleDefinitionId": BUILT_IN[role], "directoryScopeId": scope, "appScopeId": None,
        }, since, until, about=(principal.id,))

    def administers(self, role, principal, since, catalog=None):
        """A role of entitlement management, for one catalog or everywhere."""
        scope = f"/AccessPackageCatalog/{catalog.id}" if catalog else "/"
        self.timeline.put(ADMINISTRATION + "roleAssignments", {
            "id": ids.guid("administers", role, principal.id, scope), "principalId": principal.id,
            "roleDefinitionId": ADMINISTRATORS[role], "appScopeId": scope, "principal": principal.reference(),
        }, since, about=(principal.id,))

    def active(self, role, principal, since, end=None, scope="/", kind="Assigned"):
        """A role that is held now; Graph shows it twice, as an assignment and as a schedule instance."""
        self.plain(role, principal, since, scope, end)
        self._instance("roleAssignmentScheduleInstances", role, principal, since, end, scope, "-1",
                       {"assignmentType": kind})

    def eligible(self, role, principal, since, end=None, scope="/"):
        """A role that can be activated."""
        self._instance("roleEligibilityScheduleInstances", role, principal, since, end, scope, "-1-e", {})

    def _instance(self, collection, role, principal, since, end, scope, suffix, more):
        self.timeline.put(ROOT + collection, {
            "id": ids.token(collection, role, principal.id, scope) + suffix, "principalId": principal.id,
            "roleDefinitionId": BUILT_IN[role], "directoryScopeId": scope, "appScopeId": None,
            "startDateTime": since, "endDateTime": end, "memberType": "Direct", **more,
            "principal": principal.reference(),
        }, since, end, about=(principal.id,))

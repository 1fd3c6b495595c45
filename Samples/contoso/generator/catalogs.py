"""Entitlement management as it is set up: catalogs, resources, packages, policies, connected organizations."""

from dataclasses import dataclass, field

from . import ids

ROOT = "identityGovernance/entitlementManagement/"


@dataclass
class Resource:
    """A group, application or site in a catalog; `roles` are {originId: display name}."""
    id: str
    name: str
    origin: str
    system: str
    roles: dict
    thing: object

    def role_body(self, origin):
        return {"id": ids.guid("resourceRole", self.id, origin), "displayName": self.roles[origin],
                "description": None, "originSystem": self.system, "originId": origin}

    def scope_body(self):
        return {"id": ids.guid("resourceScope", self.id), "displayName": "Root", "description": "Root Scope",
                "originId": self.origin, "originSystem": self.system, "isRootScope": True}


@dataclass
class Package:
    name: str
    id: str
    roles: list = field(default_factory=list)

    def short(self):
        return {"id": self.id, "displayName": self.name}


@dataclass
class Policy:
    name: str
    id: str
    package: Package
    expiration: dict
    body: dict

    def short(self):
        return {"id": self.id, "displayName": self.name}


@dataclass
class Named:
    name: str
    id: str

    def short(self):
        return {"id": self.id, "displayName": self.name}


NEVER = {"endDateTime": None, "duration": None, "type": "noExpiration"}
UNSAID = {"endDateTime": None, "duration": None, "type": "notSpecified"}


def after(duration):
    return {"endDateTime": None, "duration": duration, "type": "afterDuration"}


def on(moment):
    return {"endDateTime": moment, "duration": None, "type": "afterDateTime"}


def single_user(person):
    return {"@odata.type": "#microsoft.graph.singleUser", "userId": person.id, "description": person.name}


def group_members(group):
    return {"@odata.type": "#microsoft.graph.groupMembers", "groupId": group.id, "description": group.name}


def stage(primary, fallback=(), escalation=()):
    """One stage of approval; who does not answer within a fortnight has denied, and after three days others are asked."""
    return {"durationBeforeAutomaticDenial": "P14D", "durationBeforeEscalation": "P3D" if escalation else "PT0S",
            "isApproverJustificationRequired": True, "isEscalationEnabled": bool(escalation),
            "approverInformationVisibility": "default", "primaryApprovers": list(primary),
            "fallbackPrimaryApprovers": list(fallback), "escalationApprovers": list(escalation),
            "fallbackEscalationApprovers": []}


def approval(*stages, justified=False):
    return {"isApprovalRequiredForAdd": bool(stages), "isApprovalRequiredForUpdate": False,
            "isRequestorJustificationRequired": justified, "stages": list(stages)}


class Catalogs:
    def __init__(self, timeline):
        self.timeline = timeline
        timeline.collection(ROOT + "catalogs")
        timeline.collection(ROOT + "accessPackages", "(catalog())")
        timeline.collection(ROOT + "assignmentPolicies", "(accessPackage(),catalog(),questions())")
        timeline.collection(ROOT + "connectedOrganizations")

    def settings(self, action, duration):
        self.timeline.single(ROOT + "settings", {
            "id": "singleton", "externalUserLifecycleAction": action,
            "durationUntilExternalUserDeletedAfterBlocked": duration})

    def catalog(self, name, description, kind="userManaged", outside=False, since="2025-02-10T08:00:00Z"):
        catalog = Named(name, ids.guid("catalog", name))
        self.timeline.put(ROOT + "catalogs", {
            **catalog.short(), "description": description, "catalogType": kind, "state": "published",
            "isExternallyVisible": outside, "createdDateTime": since, "modifiedDateTime": since})
        self.timeline.collection(f"{ROOT}catalogs/{catalog.id}/resources", "(roles(),scopes())")
        return catalog

    def group(self, catalog, group, roles=("Member", "Owner"), since="2025-02-10T08:20:00Z"):
        names = {f"{role}_{group.id}": role for role in roles}
        return self._resource(catalog, group.name, group.id, "AadGroup", names, group, since)

    def application(self, catalog, app, roles, since="2025-02-10T08:20:00Z"):
        names = {app.roles[value]: name for value, name in roles.items()} or {ids.ZERO: "Default Access"}
        return self._resource(catalog, app.name, app.id, "AadApplication", names, app, since)

    def site(self, catalog, name, url, roles, since="2025-02-10T08:20:00Z"):
        return self._resource(catalog, name, url, "SharePointOnline", roles, None, since)

    def _resource(self, catalog, name, origin, system, roles, thing, since):
        resource = Resource(ids.guid("resource", catalog.name, origin), name, origin, system, roles, thing)
        self.timeline.put(f"{ROOT}catalogs/{catalog.id}/resources", {
            "id": resource.id, "displayName": name, "description": "", "originId": origin, "originSystem": system,
            "createdDateTime": since, "modifiedDateTime": since, "attributes": [],
            "roles": [resource.role_body(role) for role in roles], "scopes": [resource.scope_body()]})
        return resource

    def package(self, catalog, name, description, roles=(), hidden=False, since="2025-02-11T09:00:00Z"):
        """An access package; `roles` are (resource, originId) pairs."""
        package = Package(name, ids.guid("package", name), list(roles))
        self.timeline.put(ROOT + "accessPackages", {
            **package.short(), "description": description, "isHidden": hidden,
            "createdDateTime": since, "modifiedDateTime": since, "catalog": catalog.short()})
        path = f"{ROOT}accessPackages/{package.id}/"
        self.timeline.collection(path + "resourceRoleScopes", "(role(),scope())")
        self.timeline.collection(path + "incompatibleAccessPackages")
        self.timeline.collection(path + "incompatibleGroups")
        for resource, origin in roles:
            role, scope = resource.role_body(origin), resource.scope_body()
            self.timeline.put(path + "resourceRoleScopes", {
                "id": f"{role['id']}_{scope['id']}", "createdDateTime": since, "role": role, "scope": scope})
        package.catalog = catalog
        return package

    def incompatible(self, package, other, since):
        kind = "incompatibleAccessPackages" if isinstance(other, Package) else "incompatibleGroups"
        self.timeline.put(f"{ROOT}accessPackages/{package.id}/{kind}", {
            "id": other.id, "displayName": other.name}, since)

    def policy(self, package, name, scope, expiration, approvals=None, targets=(), custom_schedule=False,
               reviews=None, automatic=None, questions=(), extensions=(), credentials=(), description="",
               since="2025-02-11T09:10:00Z", until=None):
        asking = scope != "notSpecified" and not automatic
        policy = Policy(name, ids.guid("policy", package.name, name), package, expiration, {})
        policy.body.update({
            **policy.short(), "description": description, "allowedTargetScope": scope, "specificAllowedTargets": list(targets),
            "createdDateTime": since, "modifiedDateTime": since, "expiration": expiration,
            "requestorSettings": {
                "enableTargetsToSelfAddAccess": asking, "enableTargetsToSelfUpdateAccess": asking,
                "enableTargetsToSelfRemoveAccess": asking, "allowCustomAssignmentSchedule": custom_schedule,
                "onBehalfRequestors": []},
            "requestApprovalSettings": approvals or approval(), "reviewSettings": reviews,
            "automaticRequestSettings": automatic, "questions": list(questions),
            "accessPackage": package.short(), "catalog": package.catalog.short()})
        if extensions:
            policy.body["customExtensionStageSettings"] = list(extensions)
        if credentials:
            policy.body["verifiableCredentialSettings"] = {"credentialTypes": list(credentials)}
        self.timeline.put(ROOT + "assignmentPolicies", policy.body, since, until)
        return policy

    def connected(self, name, description, source, internal=(), external=(), state="configured",
                  since="2025-03-01T08:00:00Z"):
        organization = Named(name, ids.guid("connectedOrganization", name))
        self.timeline.put(ROOT + "connectedOrganizations", {
            **organization.short(), "description": description, "state": state,
            "createdDateTime": since, "modifiedDateTime": since, "identitySources": [source]}, since)
        for kind, sponsors in (("internalSponsors", internal), ("externalSponsors", external)):
            path = f"{ROOT}connectedOrganizations/{organization.id}/{kind}"
            self.timeline.collection(path, since=since)
            for sponsor in sponsors:
                self.sponsor(organization, sponsor, kind)
        return organization

    def sponsor(self, organization, person, kind, since=None):
        self.timeline.put(f"{ROOT}connectedOrganizations/{organization.id}/{kind}",
                          {**person.reference(), "userPrincipalName": person.upn}, since, about=(person.id,))

"""The directory: people, groups, applications, directory roles, and what joins them."""

from dataclasses import dataclass, field

from . import audit, ids
from .moments import parse, plus
from .timeline import Over, Timeline

DOMAIN = "contoso.example"
INITIAL_DOMAIN = "contoso.onmicrosoft.example"
COMPANY = "Contoso Cycles"


@dataclass
class Person:
    name: str
    upn: str
    mail: str
    id: str
    subject_id: str
    organization: object = None
    lifecycle: str = "notDefined"
    type: str = "user"
    body: dict = field(default_factory=dict)

    def reference(self):
        return {"@odata.type": "#microsoft.graph.user", "id": self.id, "displayName": self.name}

    def initiator(self, when):
        return {"user": self.account(when), "app": None}

    def account(self, when):
        """The person as known at that moment: without an account there is only a name."""
        exists = parse(self.body["createdDateTime"]) <= parse(when)
        return self.identity() if exists else {"id": None, "displayName": self.name, "userPrincipalName": None}

    def identity(self):
        return {"id": self.id, "displayName": self.name, "userPrincipalName": self.upn}


@dataclass
class Application:
    name: str
    id: str
    app_id: str
    roles: dict
    type: str = "servicePrincipal"

    def reference(self):
        return {"@odata.type": "#microsoft.graph.servicePrincipal", "id": self.id, "displayName": self.name}

    def initiator(self, when):
        return {"user": None, "app": {"appId": self.app_id, "displayName": self.name,
                                      "servicePrincipalId": self.id, "servicePrincipalName": None}}


@dataclass
class Group:
    name: str
    id: str
    type: str = "group"

    def reference(self):
        return {"@odata.type": "#microsoft.graph.group", "id": self.id, "displayName": self.name}


class Directory:
    def __init__(self, timeline: Timeline, log: audit.Audit):
        self.timeline, self.audit = timeline, log
        for path in ("organization", "directory/deletedItems/microsoft.graph.user",
                     "groups", "servicePrincipals"):
            timeline.collection(path)
        timeline.collection("users", "(id,displayName,userPrincipalName,mail,userType,accountEnabled,createdDateTime,"
                            "creationType,externalUserState,externalUserStateChangeDateTime,companyName,department,"
                            "jobTitle,identities,onPremisesSyncEnabled,signInActivity,manager(),sponsors())")

    # People

    def employee(self, name, department, title, manager=None, since=None):
        local = name.lower().replace(" ", ".")
        upn = f"{local}@{DOMAIN}"
        since = since or f"20{19 + ids.number(7, name)}-{1 + ids.number(12, name, 'm'):02d}-" \
                         f"{1 + ids.number(28, name, 'd'):02d}T0{7 + ids.number(3, name, 'h')}:12:30Z"
        person = self._person(name, upn, upn)
        person.body.update({
            "userType": "Member", "accountEnabled": True, "createdDateTime": since, "creationType": None,
            "externalUserState": None, "externalUserStateChangeDateTime": None,
            "companyName": COMPANY, "department": department, "jobTitle": title,
            "identities": [{"signInType": "userPrincipalName", "issuer": INITIAL_DOMAIN, "issuerAssignedId": upn}],
            "onPremisesSyncEnabled": True if department == "Production" else None,
            "sponsors": [], "signInActivity": _habit(name, since),
        })
        if manager:
            person.body["manager"] = manager.reference()
        self.timeline.put("users", person.body, since=since, about=(person.id,))
        return person

    def guest(self, name, mail, company, organization=None, since=None, redeemed=None, by=None,
              sponsors=(), signed_in=None, governed=False):
        """A guest who was invited at `since` by a person or an application."""
        upn = f"{mail.replace('@', '_')}#EXT#@{INITIAL_DOMAIN}"
        person = self._person(name, upn, mail)
        person.organization = organization
        person.lifecycle = "governed" if governed else "notGoverned"
        state = {since: "PendingAcceptance"}
        changed = {since: since}
        home = [{"signInType": "federated", "issuer": DOMAIN, "issuerAssignedId": None}]
        identities = {since: home}
        if redeemed:
            state[redeemed] = "Accepted"
            changed[redeemed] = redeemed
            identities[redeemed] = [{"signInType": "federated", "issuer": "ExternalAzureAD", "issuerAssignedId": None}]
        person.body.update({
            "userType": "Guest", "accountEnabled": True, "createdDateTime": since, "creationType": "Invitation",
            "externalUserState": Over(state), "externalUserStateChangeDateTime": Over(changed),
            "companyName": company, "department": None, "jobTitle": None, "identities": Over(identities),
            "onPremisesSyncEnabled": None, "sponsors": [sponsor.reference() for sponsor in sponsors],
        })
        if signed_in:
            person.body["signInActivity"] = signed_in_at(*signed_in)
        self.timeline.put("users", person.body, since=since, about=(person.id,))
        if by:
            self.audit.event(since, "Invite external user", audit.INVITED, by, [audit.user(person)],
                             {"invitedUserEmailAddress": mail}, "Add")
        if redeemed:
            self.audit.event(redeemed, "Redeem external user invite", audit.INVITED, person, [audit.user(person)],
                             operation="Update")
        return person

    def _person(self, name, upn, mail):
        person = Person(name, upn, mail, ids.guid("user", upn), ids.guid("subject", upn))
        person.body = {"id": person.id, "displayName": name, "userPrincipalName": upn, "mail": mail}
        return person

    def delete(self, person, when, by, activity):
        """The account goes into deletedItems, where it stays for 30 days; its memberships are gone."""
        self.timeline.end(person.id, when)
        kept = ("displayName", "mail", "userType", "accountEnabled", "createdDateTime", "externalUserState",
                "externalUserStateChangeDateTime", "companyName", "department", "jobTitle")
        self.timeline.put("directory/deletedItems/microsoft.graph.user", {
            "id": person.id, "userPrincipalName": person.id.replace("-", "") + person.upn,
            **{name: person.body[name] for name in kept}, "deletedDateTime": when,
        }, since=when, until=plus(when, days=30))
        self.audit.event(when, activity, audit.USERS, by, [audit.user(person)], operation="Delete")

    # Groups

    def group(self, name, description, since="2025-02-03T09:00:00Z", owners=(), members=(), rule=None,
              unified=False, synced=None, roles=False):
        group = Group(name, ids.guid("group", name))
        kinds = (["Unified"] if unified else []) + (["DynamicMembership"] if rule else [])
        self.timeline.put("groups", {
            "id": group.id, "displayName": name, "description": description, "groupTypes": kinds,
            "mailEnabled": unified, "securityEnabled": not unified, "isAssignableToRole": roles or None,
            "membershipRule": rule, "membershipRuleProcessingState": "On" if rule else None,
            "onPremisesSyncEnabled": synced, "visibility": "Private" if unified else None,
            "createdDateTime": since,
        }, since=since)
        for relation in ("members", "owners"):
            self.timeline.collection(f"groups/{group.id}/{relation}", since=since)
        for owner in owners:
            self.own(group, owner)
        for member in members:
            self.join(group, member)
        return group

    def join(self, group, member, since=None, until=None):
        self._edge("members", group, member, since, until)

    def own(self, group, owner, since=None, until=None):
        self._edge("owners", group, owner, since, until)

    def _edge(self, relation, group, other, since, until):
        body = other.reference()
        if other.type == "user":
            body["userPrincipalName"] = other.upn
        self.timeline.put(f"groups/{group.id}/{relation}", body, since, until, about=(group.id, other.id))

    # Applications

    def application(self, name, roles=(), required=True, kind="Application", since="2025-01-20T10:00:00Z",
                    app_id=None, owner=None, role_type="User"):
        """A service principal. `roles` are (value, displayName) or (value, displayName, id)."""
        known = {value: rest[-1] if len(rest) == 2 else ids.guid("appRole", name, value)
                 for value, *rest in roles}
        app = Application(name, ids.guid("servicePrincipal", name), app_id or ids.guid("appId", name), known)
        self.timeline.put("servicePrincipals", {
            "id": app.id, "appId": app.app_id, "displayName": name, "accountEnabled": True,
            "servicePrincipalType": kind, "appRoleAssignmentRequired": required,
            "appOwnerOrganizationId": owner or (None if kind == "ManagedIdentity" else ids.guid("tenant")),
            "createdDateTime": since, "tags": [],
            "appRoles": [{"id": known[value], "value": value, "displayName": rest[0], "description": rest[0],
                          "isEnabled": True, "allowedMemberTypes": [role_type]} for value, *rest in roles],
        }, since=since)
        self.timeline.collection(f"servicePrincipals/{app.id}/appRoleAssignedTo", since=since)
        return app

    def allow(self, app, principal, role=None, since="2025-03-10T08:30:00Z", until=None):
        """An appRoleAssignment: the principal gets the role, or Default Access."""
        role_id = app.roles[role] if role else ids.ZERO
        kinds = {"user": "User", "group": "Group", "servicePrincipal": "ServicePrincipal"}
        self.timeline.put(f"servicePrincipals/{app.id}/appRoleAssignedTo", {
            "id": ids.token("appRoleAssignment", app.id, role_id, principal.id, since),
            "deletedDateTime": None, "appRoleId": role_id, "createdDateTime": since,
            "principalDisplayName": principal.name, "principalId": principal.id,
            "principalType": kinds[principal.type], "resourceDisplayName": app.name, "resourceId": app.id,
        }, since, until, about=(app.id, principal.id))


def signed_in_at(*moments):
    """signInActivity whose last sign-in is the last of these moments that has come."""
    return Over({moment: {"lastSignInDateTime": moment, "lastSuccessfulSignInDateTime": moment} for moment in moments})


def _habit(name, since):
    """An employee signs in on most working days; the exports see the last time before each of them."""
    moments = []
    for month, days in (("2026-06", (25, 26, 29, 30)), ("2026-07", (28, 29, 30, 31))):
        day = days[ids.number(4, name, month)]
        moment = f"{month}-{day:02d}T{6 + ids.number(11, name, month, 'h'):02d}:" \
                 f"{ids.number(60, name, month, 'm'):02d}:{ids.number(60, name, month, 's'):02d}Z"
        if parse(moment) > parse(since):
            moments.append(moment)
    return signed_in_at(*moments)

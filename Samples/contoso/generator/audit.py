"""Audit events. Microsoft forgets them after 30 days, so each snapshot shows the last 30."""

from . import ids
from .moments import plus

PATH = "auditLogs/directoryAudits"
ENTITLEMENT = ("EntitlementManagement", "Entitlement Management")
REVIEWS = ("Policy", "Access Reviews")
USERS = ("UserManagement", "Core Directory")
INVITED = ("UserManagement", "Invited Users")
GROUPS = ("GroupManagement", "Core Directory")
APPLICATIONS = ("ApplicationManagement", "Core Directory")


class Audit:
    def __init__(self, timeline):
        self.timeline = timeline
        timeline.collection(PATH, newest_first="activityDateTime")

    def event(self, when, activity, kind, by, targets, details=None, operation=None, correlation=None):
        """One event. `by` is a person or an application, `targets` are made by the functions below."""
        category, service = kind
        key = (activity, when, by.id) + tuple(target["id"] or "" for target in targets)
        self.timeline.put(PATH, {
            "id": f"{'Directory' if service == 'Core Directory' else 'SSGM'}_{ids.guid('audit', *key)}"
                  f"_{10_000_000 + ids.number(90_000_000, *key)}",
            "category": category,
            "correlationId": correlation or ids.guid("correlation", *key),
            "result": "success",
            "activityDisplayName": activity,
            "activityDateTime": when,
            "loggedByService": service,
            "operationType": operation or activity.split()[0],
            "initiatedBy": by.initiator(when),
            "targetResources": targets,
            "additionalDetails": [{"key": k, "value": v} for k, v in (details or {}).items()],
        }, since=when, until=plus(when, days=30))


def target(kind, object_id, name, **more):
    return {"id": object_id, "displayName": name, "type": kind, **more, "modifiedProperties": []}


def user(person, when=None):
    """A person; somebody who has no account at that moment has neither id nor user principal name."""
    account = person.account(when) if when else person.identity()
    return target("User", account["id"], person.name, userPrincipalName=account["userPrincipalName"])


def group(group_):
    return target("Group", group_.id, group_.name, groupType="unknownFutureValue")


def application(app):
    return target("ServicePrincipal", app.id, app.name)

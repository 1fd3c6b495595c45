"""Access reviews: definitions, instances, decisions and who was asked to decide."""

from . import ids
from .moments import plus
from .timeline import Over

ROOT = "identityGovernance/accessReviews/definitions"
NOBODY = {"id": ids.ZERO, "displayName": "", "userPrincipalName": ""}
SYSTEM = {"id": ids.ZERO, "displayName": "AAD Access Reviews", "userPrincipalName": ""}


def of_policy(policy):
    return _query("/identityGovernance/entitlementManagement/accessPackageAssignments?$filter="
                  f"(accessPackageId eq '{policy.package.id}' and assignmentPolicyId eq '{policy.id}')")


def of_guests(group):
    return _query(f"/v1.0/groups/{group.id}/members/microsoft.graph.user/?$count=true&$filter=(userType eq 'Guest')")


def _query(query):
    return {"@odata.type": "#microsoft.graph.accessReviewQueryScope", "query": query,
            "queryType": "MicrosoftGraph", "queryRoot": None}


def package_resource(policy):
    return {"@odata.type": "#microsoft.graph.accessReviewInstanceDecisionItemAccessPackageAssignmentPolicyResource",
            "id": policy.id, "displayName": policy.name, "type": "accessPackageAssignmentPolicy",
            "accessPackageId": policy.package.id, "accessPackageDisplayName": policy.package.name}


def group_resource(group):
    return {"id": group.id, "displayName": group.name, "type": "group"}


class Reviews:
    def __init__(self, timeline):
        self.timeline = timeline
        timeline.collection(ROOT)

    def definition(self, name, scope, created, by, status, reviewers, days, default="None", recurrence=None):
        definition_id = ids.guid("review", name)
        self.timeline.put(ROOT, {
            "id": definition_id, "displayName": name, "status": status, "createdDateTime": created,
            "createdBy": by.identity(), "scope": scope, "instanceEnumerationScope": None,
            "reviewers": [{"query": f"/users/{person.id}", "queryType": "MicrosoftGraph", "queryRoot": None}
                          for person in reviewers],
            "fallbackReviewers": [], "stageSettings": [],
            "settings": {"mailNotificationsEnabled": True, "reminderNotificationsEnabled": True,
                         "justificationRequiredOnApproval": True, "recommendationsEnabled": True,
                         "defaultDecisionEnabled": default != "None", "defaultDecision": default,
                         "autoApplyDecisionsEnabled": True, "instanceDurationInDays": days, "recurrence": recurrence,
                         "applyActions": [{"@odata.type": "#microsoft.graph.removeAccessApplyAction"}]},
        }, since=created)
        self.timeline.collection(f"{ROOT}/{definition_id}/instances", since=created)
        return definition_id

    def instance(self, definition_id, start, end, status, scope, reviewers):
        instance_id = ids.guid("instance", definition_id, start)
        self.timeline.put(f"{ROOT}/{definition_id}/instances", {
            "id": instance_id, "startDateTime": start, "endDateTime": end, "status": status, "scope": scope,
        }, since=start)
        path = f"{ROOT}/{definition_id}/instances/{instance_id}/"
        self.timeline.collection(path + "decisions", since=start)
        self.timeline.collection(path + "contactedReviewers", since=start)
        for person in reviewers:
            self.timeline.put(path + "contactedReviewers", {
                "id": person.id, "displayName": person.name, "userPrincipalName": person.upn,
                "createdDateTime": plus(start, minutes=4)}, since=start)
        return path + "decisions", instance_id, start

    def decide(self, instance, person, resource, recommendation, decision=None, when=None, by=None, why="",
               applied=None, result="New"):
        """One decision. Before `when` it is NotReviewed; `by` None is the system; `applied` is a moment."""
        path, instance_id, start = instance
        when = when or start
        reviewer = by.identity() if by else SYSTEM
        values = {"decision": ("NotReviewed", decision), "reviewedDateTime": (None, when),
                  "reviewedBy": (NOBODY, reviewer), "justification": ("", why)} if decision else \
                 {"decision": ("NotReviewed",), "reviewedDateTime": (None,), "reviewedBy": (NOBODY,),
                  "justification": ("",)}
        body = {"id": ids.guid("decision", instance_id, person.upn), "accessReviewId": instance_id}
        for name, steps in values.items():
            body[name] = steps[0] if len(steps) == 1 else Over(dict(zip((plus(start, seconds=-1), when), steps)))
        body.update({
            "recommendation": recommendation,
            "applyResult": Over({start: "New", applied: result}) if applied else "New",
            "appliedDateTime": Over({start: None, applied: applied}) if applied else None,
            "appliedBy": Over({start: NOBODY, applied: SYSTEM}) if applied else NOBODY,
            "principalLink": f"https://graph.microsoft.com/v1.0/users/{person.id}",
            "principal": {"@odata.type": "#microsoft.graph.userIdentity", "id": person.id, "displayName": person.name,
                          "userPrincipalName": person.upn},
            "resourceLink": None if "accessPackageId" in resource
                            else f"https://graph.microsoft.com/v1.0/groups/{resource['id']}",
            "resource": resource,
        })
        self.timeline.put(path, body, since=start)

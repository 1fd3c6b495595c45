"""The life of assignments: asked, approved, delivered, extended, ended. One call tells one life."""

from dataclasses import dataclass

from . import audit, ids
from .catalogs import ROOT, on
from .moments import plus
from .timeline import ALWAYS, Over

REQUESTS_ARE_KEPT = {"days": 90}
ACTIVITY = {"userAdd": "User requests access package assignment",
            "adminAdd": "Administrator directly assigns user to access package",
            "systemAdd": "Entitlement Management creates access package assignment request for user",
            "UserExtend": "User requests to extend access package assignment",
            "adminRemove": "Administrator directly removes user access package assignment",
            "systemRemove": "Entitlement Management removes access package assignment request for user"}


@dataclass
class Approval:
    by: object
    when: str
    why: str
    result: str = "Approve"


@dataclass
class Assignment:
    id: str
    person: object
    policy: object
    body: dict
    delivered: str
    ended: str = None


class Assignments:
    def __init__(self, timeline, directory, governor):
        self.timeline, self.directory, self.governor = timeline, directory, governor
        timeline.collection(ROOT + "assignments", "(target(),accessPackage(),assignmentPolicy())")
        timeline.collection(ROOT + "assignmentRequests", "(requestor(),accessPackage(),assignment())")

    def assign(self, person, policy, asked, *, kind="userAdd", by=None, why=None, approval=None, delivered=None,
               start=None, expiration=None, ended=None, failed=False, edges=True, answers=(),
               callouts=()):
        """A package for a person, from the request to the end.

        `by` is the administrator of an adminAdd; `start` a time that the requestor chose; `expiration` what the
        assignment says of its end, else what the policy makes of it; `edges` False leaves out what the package
        gives in the directory.
        """
        package = policy.package
        decided = approval.when if approval else plus(asked, seconds=3)
        scheduled = decided if start and not delivered else None
        delivered = delivered or plus(start or decided, seconds=41)
        start = start or delivered
        expiration = expiration or _ends(policy, start)
        assignment = Assignment(ids.guid("assignment", person.upn, package.name, asked), person, policy, {}, delivered)
        schedule = {"startDateTime": start, "expiration": expiration}
        done = "deliveryFailed" if failed else "delivered"
        assignment.body.update({
            "id": assignment.id, "state": Over({decided: "delivering", delivered: done}),
            "status": Over({decided: "Delivering", delivered: done[0].upper() + done[1:]}), "expiredDateTime": None,
            "schedule": schedule, "target": subject(person),
            "accessPackage": package.short(), "assignmentPolicy": policy.short()})
        self.timeline.put(ROOT + "assignments", assignment.body, since=decided)
        self.request(kind, person, policy, asked, assignment, by=by, why=why, schedule=schedule, answers=answers,
                     callouts=callouts, approval=approval, done=delivered, state=done, scheduled=scheduled)
        if edges and not failed:
            self.edges(assignment, plus(delivered, seconds=6))
        if ended:
            self.expire(assignment, ended)
        return assignment

    def request(self, kind, person, policy, asked, assignment=None, *, by=None, why=None, schedule=None, answers=(),
                callouts=(), approval=None, done=None, state="delivered", scheduled=None):
        """A request with its stage of approval and its audit events. Without `done` it still waits."""
        package = policy.package
        request_id = ids.guid("request", kind, person.upn, package.name, asked)
        needs_stage = approval or not done
        states = {asked: "pendingApproval" if needs_stage else "delivering"}
        if approval and done:
            states[approval.when] = "delivering"
        if scheduled:
            states[scheduled] = "scheduled"
        if done:
            states[done] = state
        until = plus(done or asked, **REQUESTS_ARE_KEPT)
        self.timeline.put(ROOT + "assignmentRequests", {
            "id": request_id, "requestType": kind, "state": Over(states),
            "status": Over({m: s[0].upper() + s[1:] for m, s in states.items()}), "createdDateTime": asked,
            "completedDateTime": Over({asked: None, done: done}) if done else None, "justification": why,
            "schedule": schedule, "answers": list(answers),
            **({"customExtensionCalloutInstances": list(callouts)} if callouts else {}),
            "requestor": subject(person), "accessPackage": package.short(),
            "assignment": {"id": assignment.id} if assignment else None}, asked, until)
        stages = f"{ROOT}accessPackageAssignmentApprovals/{request_id}/stages"
        self.timeline.collection(stages, since=asked, until=until)
        if needs_stage:
            self.timeline.put(stages, _stage(request_id, asked, approval))
        self._events(kind, person, policy, request_id, asked, by, approval, done, scheduled)
        return request_id

    def edges(self, assignment, since, until=None):
        """What the package gives, in the directory: memberships and app role assignments."""
        for resource, origin in assignment.policy.package.roles:
            until_then = _end_of(assignment, until)
            if resource.system == "AadGroup":
                relation = self.directory.own if origin.startswith("Owner_") else self.directory.join
                relation(resource.thing, assignment.person, since, until_then)
            elif resource.system == "AadApplication":
                role = next((value for value, id_ in resource.thing.roles.items() if id_ == origin), None)
                self.directory.allow(resource.thing, assignment.person, role, since, until_then)
        self._log_edges(assignment, since, "Add", "to")

    def _log_edges(self, assignment, when, verb, preposition):
        for resource, origin in assignment.policy.package.roles:
            if resource.system == "AadGroup":
                relation = "owner" if origin.startswith("Owner_") else "member"
                activity, log, what = f"{verb} {relation} {preposition} group", audit.GROUPS, audit.group
            elif resource.system == "AadApplication":
                grant = "grant " if verb == "Add" else ""
                activity = f"{verb} app role assignment {grant}{preposition} user"
                log, what = audit.APPLICATIONS, audit.application
            else:
                continue
            self.directory.audit.event(when, activity, log, self.governor,
                                       [audit.user(assignment.person), what(resource.thing)])

    def expire(self, assignment, when, kind="systemRemove", by=None):
        """The assignment ends: by itself, or because an administrator removes it."""
        assignment.ended = when
        body = assignment.body
        word = {"systemRemove": "ExpiredNotificationTriggered", "adminRemove": "Expired"}[kind]
        body["state"].then(when, "expired")
        body["status"].then(when, word)
        body["expiredDateTime"] = Over({assignment.delivered: None, when: when})
        self.request(kind, assignment.person, assignment.policy, when, assignment, by=by, done=plus(when, seconds=52))
        self._log_edges(assignment, plus(when, seconds=90), "Remove", "from")

    def extend(self, assignment, asked, end, why):
        """The holder asks for more time; the end moves."""
        before = assignment.body["schedule"]["expiration"]
        longer = {**assignment.body["schedule"], "expiration": on(end)}
        done = plus(asked, seconds=35)
        assignment.body["schedule"] = {**longer, "expiration": Over({assignment.delivered: before, done: on(end)})}
        self.request("UserExtend", assignment.person, assignment.policy, asked, assignment, why=why, schedule=longer,
                     done=done)

    def _events(self, kind, person, policy, request_id, asked, by, approval, done, scheduled):
        def event(when, activity, actor, operation):
            self.directory.audit.event(when, activity, audit.ENTITLEMENT, actor, [
                audit.target("AccessPackage", policy.package.id, policy.package.name),
                audit.target("AccessPackageAssignmentRequest", request_id, None),
                audit.user(person, when),
            ], operation=operation)

        system = kind.startswith("system")
        event(asked, ACTIVITY[kind], self.governor if system else by or person,
              f"CreateEntitlementGrant{kind[0].upper()}{kind[1:]}Request")
        if approval:
            verb = "Approve" if approval.result == "Approve" else "Deny"
            event(approval.when, f"{verb} access package assignment request", approval.by,
                  f"{verb}EntitlementGrantRequest")
        elif kind == "userAdd" and done:
            event(plus(asked, seconds=3), "Auto approve access package assignment request", self.governor,
                  "AutoApproveEntitlementGrantRequest")
        if scheduled:
            event(plus(scheduled, seconds=2), "Schedule a future access package assignment", self.governor,
                  "ScheduleFutureEntitlementGrant")


def _end_of(assignment, until):
    """When an edge goes: as told, else shortly after its assignment ended, if it ever does."""
    return until or (lambda: plus(assignment.ended, seconds=90) if assignment.ended else None)


def _ends(policy, start):
    """What delivery makes of the policy's expiration: a date for this assignment, or no end."""
    duration = policy.expiration["duration"]
    return on(plus(start, days=int(duration[1:-1]))) if duration else policy.expiration


def subject(person):
    """The person as entitlement management knows it: its own id, and the directory's once there is one."""
    created = person.body["createdDateTime"]
    outside = person.organization is not None
    body = {"id": person.subject_id, "objectId": Over({ALWAYS: None, created: person.id}),
            "displayName": person.name, "email": person.mail,
            "principalName": Over({ALWAYS: None, created: person.upn}),
            "subjectType": "user", "subjectLifecycle": person.lifecycle}
    if outside:
        body["connectedOrganization"] = person.organization.short()
    return body


def _stage(request_id, asked, approval):
    open_, closed = {"status": "InProgress", "reviewResult": "NotReviewed", "reviewedDateTime": None,
                     "reviewedBy": None, "justification": ""}, {}
    if approval:
        closed = {"status": "Completed", "reviewResult": approval.result, "reviewedDateTime": approval.when,
                  "reviewedBy": approval.by.identity(), "justification": approval.why}
    body = {"id": ids.guid("stage", request_id), "displayName": None, "assignedToMe": False}
    for name, value in open_.items():
        body[name] = Over({asked: value, approval.when: closed[name]}) if approval else value
    return body


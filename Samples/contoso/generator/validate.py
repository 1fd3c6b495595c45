"""Says where files contradict each other: ids that lead nowhere, children without parents, facts from the future."""

import re

from . import audit
from .catalogs import ROOT as EM
from .ids import ZERO
from .moments import parse, plus
from .reviews import ROOT as REVIEWS

ROLES = "roleManagement/directory/"
PAST = ("createdDateTime", "activityDateTime", "reviewedDateTime", "appliedDateTime", "completedDateTime",
        "expiredDateTime", "deletedDateTime", "externalUserStateChangeDateTime", "lastSignInDateTime")
IN_QUERY = re.compile(r"(accessPackageId|assignmentPolicyId) eq '([^']+)'|/groups/([^/]+)/")


def problems(views, moments):
    """Everything wrong in the snapshots, in words; nothing is the good answer."""
    found = []
    ever = set().union(*(_everybody(view) for view in views.values()))
    for name, view in views.items():
        check = _Check(view, ever)
        check.all(moments[name])
        found += [f"{name}: {problem}" for problem in check.found]
    return found


def _everybody(view):
    paths = ("users", "groups", "servicePrincipals", "directory/deletedItems/microsoft.graph.user",
             EM + "accessPackages", EM + "assignmentPolicies", EM + "assignmentRequests")
    return {item["id"] for path in paths for item in view[path]["value"]}


class _Check:
    def __init__(self, view, ever):
        self.view, self.ever, self.found = view, ever, []
        self.users, self.groups, self.apps = self.ids("users"), self.ids("groups"), self.ids("servicePrincipals")
        self.deleted = self.ids("directory/deletedItems/microsoft.graph.user")
        self.packages, self.policies = self.ids(EM + "accessPackages"), self.ids(EM + "assignmentPolicies")
        self.organizations = self.ids(EM + "connectedOrganizations")

    def items(self, path):
        if path not in self.view:
            self.found.append(f"{path} is missing")
            return []
        return self.view[path]["value"]

    def ids(self, path):
        return {item["id"] for item in self.items(path)}

    def known(self, what, object_id, *sets):
        if object_id is not None and not any(object_id in known for known in sets):
            self.found.append(f"{what} leads to {object_id}, which is not there")

    def all(self, moment):
        self.duplicates()
        self.children()
        self.directory()
        self.packages_and_policies()
        self.assignments()
        self.reviews()
        self.roles()
        self.audit(moment)
        for path, body in self.view.items():
            self.past(path, body, parse(moment))

    def duplicates(self):
        for path, body in self.view.items():
            ids = [item["id"] for item in body.get("value", [])]
            for object_id in {i for i in ids if ids.count(i) > 1}:
                self.found.append(f"{path} has {object_id} twice")

    def children(self):
        expected = set()
        for parent, names in (("groups", ("members", "owners")), ("servicePrincipals", ("appRoleAssignedTo",)),
                              (EM + "catalogs", ("resources",)),
                              (EM + "accessPackages", ("resourceRoleScopes", "incompatibleAccessPackages",
                                                       "incompatibleGroups")),
                              (EM + "connectedOrganizations", ("internalSponsors", "externalSponsors")),
                              (REVIEWS, ("instances",))):
            expected |= {f"{parent}/{i}/{name}" for i in self.ids(parent) for name in names}
        expected |= {f"{EM}accessPackageAssignmentApprovals/{i}/stages" for i in self.ids(EM + "assignmentRequests")}
        for definition in self.ids(REVIEWS):
            for instance in self.ids(f"{REVIEWS}/{definition}/instances"):
                expected |= {f"{REVIEWS}/{definition}/instances/{instance}/{name}"
                             for name in ("decisions", "contactedReviewers")}
        there = {path for path in self.view if path.count("/") >= 2 and any(p.count("-") == 4 for p in path.split("/"))}
        self.found += [f"{path} has no parent" for path in sorted(there - expected)]
        self.found += [f"{path} is missing" for path in sorted(expected - there)]

    def directory(self):
        for user in self.items("users"):
            if "manager" in user:
                self.known(f"user {user['displayName']}", user["manager"]["id"], self.users)
            for sponsor in user["sponsors"]:
                self.known(f"user {user['displayName']}", sponsor["id"], self.users, self.groups)
        for group in self.groups:
            for relation in ("members", "owners"):
                for other in self.items(f"groups/{group}/{relation}"):
                    self.known(f"{relation} of {group}", other["id"], self.users, self.groups, self.apps)
        for app in self.items("servicePrincipals"):
            roles = {role["id"] for role in app["appRoles"]} | {ZERO}
            for edge in self.items(f"servicePrincipals/{app['id']}/appRoleAssignedTo"):
                name = f"assignment to {app['displayName']}"
                self.known(name, edge["principalId"], self.users, self.groups, self.apps)
                self.known(name, edge["appRoleId"], roles)
                self.known(name, edge["resourceId"], {app["id"]})
        for organization in self.organizations:
            for kind in ("internalSponsors", "externalSponsors"):
                for sponsor in self.items(f"{EM}connectedOrganizations/{organization}/{kind}"):
                    self.known(kind, sponsor["id"], self.users)

    def packages_and_policies(self):
        catalogs, roles, scopes = self.ids(EM + "catalogs"), set(), {}
        for catalog in catalogs:
            for resource in self.items(f"{EM}catalogs/{catalog}/resources"):
                if resource["originSystem"] != "SharePointOnline":
                    self.known(f"resource {resource['displayName']}", resource["originId"], self.groups, self.apps)
                roles |= {role["id"] for role in resource["roles"]}
                scopes.update((scope["id"], resource["originId"]) for scope in resource["scopes"])
        for package in self.items(EM + "accessPackages"):
            name = f"package {package['displayName']}"
            self.known(name, package["catalog"]["id"], catalogs)
            path = f"{EM}accessPackages/{package['id']}/"
            for item in self.items(path + "resourceRoleScopes"):
                self.known(name, item["role"]["id"], roles)
                self.known(name, item["scope"]["id"], scopes)
                self.known(name, item["scope"]["originId"], {scopes.get(item["scope"]["id"])})
            for other in self.items(path + "incompatibleAccessPackages"):
                self.known(name, other["id"], self.packages)
            for other in self.items(path + "incompatibleGroups"):
                self.known(name, other["id"], self.groups)
        for policy in self.items(EM + "assignmentPolicies"):
            name = f"policy {policy['displayName']}"
            self.known(name, policy["accessPackage"]["id"], self.packages)
            stages = policy["requestApprovalSettings"]["stages"]
            sets = policy["specificAllowedTargets"] + [s for stage in stages for s in stage["primaryApprovers"]
                                                       + stage["fallbackPrimaryApprovers"]]
            for one in sets:
                self.known(name, one.get("userId"), self.users)
                self.known(name, one.get("groupId"), self.groups)
                self.known(name, one.get("connectedOrganizationId"), self.organizations)

    def assignments(self):
        package_of = {p["id"]: p["accessPackage"]["id"] for p in self.items(EM + "assignmentPolicies")}
        assignments = self.ids(EM + "assignments")
        for assignment in self.items(EM + "assignments"):
            name = f"assignment {assignment['id']}"
            self.known(name, assignment["accessPackage"]["id"], self.packages)
            self.subject(name, assignment["target"])
            if assignment["assignmentPolicy"]:
                policy = assignment["assignmentPolicy"]["id"]
                self.known(name, policy, self.policies)
                self.known(name, package_of.get(policy), {assignment["accessPackage"]["id"]})
        for request in self.items(EM + "assignmentRequests"):
            name = f"request {request['id']}"
            self.known(name, request["accessPackage"]["id"], self.packages)
            self.subject(name, request["requestor"])
            if request["assignment"]:
                self.known(name, request["assignment"]["id"], assignments)
            for stage in self.items(f"{EM}accessPackageAssignmentApprovals/{request['id']}/stages"):
                self.known(name, (stage["reviewedBy"] or {}).get("id"), self.users, self.deleted)

    def subject(self, name, subject):
        self.known(name, subject["objectId"], self.users, self.deleted)
        self.known(name, subject.get("connectedOrganization", {}).get("id"), self.organizations)

    def reviews(self):
        for path, body in self.view.items():
            if path != REVIEWS and not path.startswith(REVIEWS + "/"):
                continue
            for item in body["value"]:
                name = f"{path.rsplit('/', 1)[-1]} {item['id']}"
                for attribute, plain, group in IN_QUERY.findall(item.get("scope", {}).get("query", "")):
                    self.known(name, plain or group, self.packages, self.policies, self.groups)
                if "principal" in item:
                    self.known(name, item["principal"]["id"], self.users, self.deleted)
                    self.known(name, item["reviewedBy"]["id"], self.users, self.deleted, {ZERO})
                    self.known(name, item["resource"]["id"], self.groups, self.policies)
                if path.endswith("contactedReviewers"):
                    self.known(name, item["id"], self.users)

    def roles(self):
        definitions = self.ids(ROLES + "roleDefinitions")
        plain = {_key(item) for item in self.items(ROLES + "roleAssignments")}
        for collection in ("roleAssignments", "roleAssignmentScheduleInstances", "roleEligibilityScheduleInstances"):
            for item in self.items(ROLES + collection):
                self.known(collection, item["roleDefinitionId"], definitions)
                self.known(collection, item["principalId"], self.users, self.groups, self.apps)
                if collection == "roleAssignmentScheduleInstances":
                    self.known(collection, _key(item), plain)
        administration = "roleManagement/entitlementManagement/"
        definitions = self.ids(administration + "roleDefinitions")
        for item in self.items(administration + "roleAssignments"):
            self.known("roleAssignments", item["roleDefinitionId"], definitions)
            self.known("roleAssignments", item["principalId"], self.users, self.groups)
            if item["appScopeId"] != "/":
                self.known("roleAssignments", item["appScopeId"].split("/")[-1], self.ids(EM + "catalogs"))

    def audit(self, moment):
        for event in self.items(audit.PATH):
            name = f"event {event['activityDisplayName']}"
            for target in event["targetResources"]:
                self.known(name, target["id"], self.ever)
            by = event["initiatedBy"]
            self.known(name, by["user"]["id"] if by["user"] else by["app"]["servicePrincipalId"], self.ever)
            if not parse(plus(moment, days=-30)) <= parse(event["activityDateTime"]) <= parse(moment):
                self.found.append(f"{name} is older than 30 days")

    def past(self, path, value, moment):
        if isinstance(value, list):
            for item in value:
                self.past(path, item, moment)
        elif isinstance(value, dict):
            for name, member in value.items():
                if name in PAST and member and parse(member) > moment:
                    self.found.append(f"{path}: {name} {member} lies in the future")
                self.past(path, member, moment)


def _key(item):
    return item["principalId"], item["roleDefinitionId"], item["directoryScopeId"]

"""The flat files of Microsoft's tutorial on entitlement reports of one's own (GRAPH.md 9.3)."""

import json
import re

from formats.exports import ENTITLEMENT, kept, only

SNAPSHOTS = {"2026-06": "2026-06-30", "2026-07": "2026-07-31"}
HELD = [
    "users", "groups", "groups/*/members", "servicePrincipals", "servicePrincipals/*/appRoleAssignedTo",
    f"{ENTITLEMENT}/accessPackages", f"{ENTITLEMENT}/assignments",
]
PARTIAL = ["servicePrincipals", "appRoleAssignedTo", "assignments"]
USER = ["id", "displayName", "userPrincipalName", "employeeId", "userType", "createdDateTime", "jobTitle", "department",
        "accountEnabled"]


def held(exports):
    """Few columns, days instead of moments, delivered assignments without an end, no owners."""
    exports = kept(exports, HELD)
    people = {user["id"] for user in exports["users"]}
    for path, body in exports.items():
        for item in body:
            if path == "users":
                keep = only(item, *USER)
            elif path == "groups":
                keep = only(item, "id", "displayName", "securityEnabled", "mailEnabled", "createdDateTime")
            elif path == "servicePrincipals":
                keep = only(item, "id", "displayName", "appId")
                keep["appRoles"] = [only(role, "id", "value", "displayName") for role in item["appRoles"]]
            elif path.endswith("/members"):
                keep = only(item, "id")
            elif path.endswith("/accessPackages"):
                keep = only(item, "id", "displayName")
            elif path.endswith("/assignments"):
                keep = only(item, "id", "accessPackage", "target")
                keep["target"] = only(item["target"], "id", "displayName", "email", "objectId", "principalName", "subjectType")
                keep["schedule"] = {"startDateTime": second(item["schedule"] and item["schedule"]["startDateTime"])}
            else:
                keep = only(item, "id", "appRoleId", "createdDateTime", "principalType", "principalDisplayName",
                            "principalId", "resourceDisplayName", "resourceId")
                keep["createdDateTime"] = second(keep["createdDateTime"])
            if path in ("users", "groups"):
                keep["createdDateTime"] = day(keep["createdDateTime"])
            delivered = item.get("state") in (None, "delivered")
            item.clear()
            item.update({name: value for name, value in keep.items() if value is not None} if delivered else {})
        body[:] = [item for item in body if item]
    # A row of app role assignments comes from a user: those of others come along with users in a group only.
    members = {path.split("/")[1]: {item["id"] for item in body} for path, body in exports.items() if path.endswith("/members")}
    for path, body in exports.items():
        if path.endswith("/appRoleAssignedTo"):
            body[:] = [item for item in body if holders(item, people, members)]
    return exports


def holders(item, people, members):
    """The users who have the role, themselves or by a group."""
    if item["principalType"] == "User":
        return [item["principalId"]] if item["principalId"] in people else []
    return sorted(members.get(item["principalId"], set()) & people)


def day(moment):
    return moment and moment[:10]


def second(moment):
    return moment and re.sub(r"\.\d+Z", "Z", moment)


def american(moment):
    """What PowerShell makes of a moment that it takes for text."""
    return moment and f"{moment[5:7]}/{moment[8:10]}/{moment[:4]} {moment[11:19]}"


def write(exports, folder):
    snapshot = SNAPSHOTS[folder.name]
    people = {user["id"] for user in exports["users"]}
    members = {path.split("/")[1]: {item["id"] for item in body} for path, body in exports.items() if path.endswith("/members")}

    def put(name, rows):
        folder.mkdir(parents=True, exist_ok=True)
        rows = [{**row, "SnapshotDate": snapshot} for row in rows]
        (folder / name).write_text(json.dumps(rows[0] if len(rows) == 1 else rows, indent=2), encoding="utf-8")

    put("EntraUsers.json", [
        {"ObjectID": user["id"], "CustomExtension": None,
         **{name[:1].upper() + name[1:]: user.get(name) for name in USER[1:]}} for user in exports["users"]])
    put("EntraGroups.json", [
        {"Id": group["id"], "MailNickname": "g", "SecurityIdentifier": "S-1-12-1-1", **pascal(group, "displayName",
         "securityEnabled", "mailEnabled", "createdDateTime")} for group in exports["groups"]])
    put("EntraGroupMemberships.json", [
        {"GroupId": path.split("/")[1], "Members": unwrapped([item["id"] for item in body])}
        for path, body in exports.items() if path.endswith("/members")])
    applications = [
        {"DisplayName": item["displayName"], "ApplicationId": item["appId"], "ServicePrincipalId": item["id"]}
        for item in exports["servicePrincipals"]]
    put("Applications.json", [{**row, "CreatedDateTime": "2026-01-12"} for row in applications])
    put("AppRoles.json", [
        {**row, "AppRoles": unwrapped([pascal(role, *role) for role in item["appRoles"]])}
        for row, item in zip(applications, exports["servicePrincipals"])])
    put("AppRoleAssignments.json", [
        {"Id": item["id"], "AppRoleId": item["appRoleId"], "CreatedDateTime": american(item["createdDateTime"]),
         "PrincipalDisplayName": "whoever", "PrincipalId": holder, "AssignmentPrincipalType": item["principalType"],
         "AssignmentPrincipalDisplayName": item["principalDisplayName"], "AssignmentPrincipalId": item["principalId"],
         "ResourceDisplayName": item["resourceDisplayName"], "ResourceId": item["resourceId"]}
        for path, body in exports.items() if path.endswith("/appRoleAssignedTo")
        for item in body for holder in holders(item, people, members)])
    put("EntraAccessPackages.json", [pascal(item, "id", "displayName") for item in exports[f"{ENTITLEMENT}/accessPackages"]])
    put("EntraAccessPackageAssignments.json", [
        {"Id": item["id"], "ScheduleStartDateTime": american(item["schedule"]["startDateTime"]),
         "AccessPackageId": item["accessPackage"]["id"], "AccessPackageDisplayName": item["accessPackage"]["displayName"],
         **{"Target" + name[:1].upper() + name[1:]: item["target"].get(name) for name in
            ("id", "displayName", "email", "objectId", "principalName", "subjectType")}}
        for item in exports[f"{ENTITLEMENT}/assignments"]])


def pascal(item, *names):
    return {name[:1].upper() + name[1:]: item.get(name) for name in names}


def unwrapped(items):
    """A list of one loses its brackets, an empty one is null."""
    return items if len(items) > 1 else items[0] if items else None

"""EntraExporter: an object a file in a folder of its own name, governance in the shapes of the beta API (GRAPH.md 9.2)."""

import json

from formats.exports import ENTITLEMENT, REVIEWS, kept, only

PACKAGES = f"{ENTITLEMENT}/accessPackages"
HELD = [
    "organization", "users", "groups", "groups/*/members", "groups/*/owners", "servicePrincipals",
    "servicePrincipals/*/appRoleAssignedTo", PACKAGES, f"{PACKAGES}/*/resourceRoleScopes",
    f"{ENTITLEMENT}/assignmentPolicies", f"{ENTITLEMENT}/assignments", f"{ENTITLEMENT}/connectedOrganizations",
    f"{ENTITLEMENT}/connectedOrganizations/*/(in|ex)ternalSponsors", f"{ENTITLEMENT}/settings",
    f"{REVIEWS}/definitions", f"{REVIEWS}/definitions/*/instances",
    f"{REVIEWS}/definitions/*/instances/*/contactedReviewers",
    "roleManagement/directory/role(Definitions|Assignments)",
]


def held(exports):
    """No empty lists, no members of dynamic groups; no names beside ids, sign-ins, sponsors and managers."""
    dynamic = {group["id"] for group in exports["groups"] if "DynamicMembership" in group["groupTypes"]}
    exports = kept(exports, HELD)
    exports = {path: body for path, body in exports.items()
               if body and not (path.endswith("/members") and path.split("/")[1] in dynamic)}
    for path, body in exports.items():
        for item in body if isinstance(body, list) else []:
            if path == "users":
                for name in ("signInActivity", "sponsors", "manager"):
                    item.pop(name, None)
            elif path.endswith(("/members", "/owners")):
                keep = only(item, "id", "displayName")
                keep["userPrincipalName"] = item.get("userPrincipalName")
                item.clear()
                item.update(keep)
            elif path == PACKAGES:
                item["catalog"] = only(item["catalog"], "id")
            elif path.endswith("/assignmentPolicies"):
                item["accessPackage"] = only(item["accessPackage"], "id")
            elif path.endswith("/assignments"):
                for name in ("accessPackage", "assignmentPolicy"):
                    item[name] = item[name] and only(item[name], "id")
                item["state"] = item["state"].capitalize()  # the source's word, as the beta API spells it
                item["target"] = {"objectId": item["target"]["objectId"]}
    return exports


def write(exports, folder, encoding="utf-8", newline="\n"):
    def put(path, item):
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        text = json.dumps(item, indent=2, ensure_ascii=False) + "\n"
        file.write_bytes(text.replace("\n", newline).encode(encoding))

    for path, body in exports.items():
        if path == "organization":
            put("Organization/Organization.json", body[0])
            continue
        for item in [body] if isinstance(body, dict) else body:
            place, shaped = shape(path, item)
            put(f"{place}/{item['id']}/{item['id']}.json", shaped)
    # What it writes besides, and tenure does not import.
    for name in ("Applications", "Devices"):
        put(f"{name}/{name}-1/{name}-1.json", {"id": f"{name}-1", "appId": "a", "appRoles": [], "displayName": "Aside"})
    put("Applications/Applications-1/Owners/o-1/o-1.json",
        {"id": "o-1", "userPrincipalName": None, "displayName": "Owner of a registration"})


def shape(path, item):
    """The folder of the item's collection, and the item as the beta API has it."""
    parts = path.split("/")
    if path.startswith(f"{REVIEWS}/definitions"):
        # Instances lie straight below their definition.
        parts = [part for part in parts if part not in ("definitions", "instances")]
        return "/".join("Reviewers" if part == "contactedReviewers" else title(part)
                        for part in parts), item
    if path.endswith("/resourceRoleScopes"):
        return "/".join(map(title, parts[:-1])) + "/ResourceScopes", {
            "createdBy": "admin@contoso.example", **only(item, "id", "createdDateTime"),
            "accessPackageResourceRole": item["role"], "accessPackageResourceScope": item["scope"]}
    if path.endswith("/assignmentPolicies"):
        return f"{below(item)}/AssignmentPolicies", policy(item)
    if path.endswith("/assignments"):
        return f"{below(item)}/Assignments", assignment(item)
    if path == PACKAGES:
        return "/".join(map(title, parts)), {
            **{name: value for name, value in item.items() if name != "catalog"}, "catalogId": item["catalog"]["id"],
            "isRoleScopesVisible": False, "createdBy": "admin@contoso.example", "modifiedBy": "admin@contoso.example"}
    return "/".join(map(title, parts)), item


def title(part):
    return part if "-" in part else part[:1].upper() + part[1:]


def below(item):
    return f"{'/'.join(map(title, PACKAGES.split('/')))}/{item['accessPackage']['id']}"


def policy(item):
    expiration = item["expiration"]
    approval = item["requestApprovalSettings"]
    days = expiration["duration"] and int(expiration["duration"].strip("PD"))
    shaped = {
        **only(item, "id", "displayName", "description", "createdDateTime", "modifiedDateTime"),
        "accessPackageId": item["accessPackage"]["id"], "canExtend": False, "durationInDays": days or 0,
        "expirationDateTime": expiration["endDateTime"], "accessReviewSettings": None,
        "requestorSettings": {"scopeType": "AllExistingDirectorySubjects", "acceptRequests": True,
                              "allowedRequestors": []},
        "requestApprovalSettings": {
            "isApprovalRequired": approval["isApprovalRequiredForAdd"],
            "isApprovalRequiredForExtension": approval["isApprovalRequiredForUpdate"],
            "isRequestorJustificationRequired": False, "approvalMode": "NoApproval", "approvalStages": []},
    }
    return shaped


def assignment(item):
    return {
        **only(item, "id", "schedule", "expiredDateTime"), "accessPackageId": item["accessPackage"]["id"],
        "assignmentPolicyId": item["assignmentPolicy"] and item["assignmentPolicy"]["id"],
        "targetId": item["target"]["objectId"], "assignmentState": item["state"],
        "assignmentStatus": item["status"], "isExtended": False, "catalogId": "c-1"}

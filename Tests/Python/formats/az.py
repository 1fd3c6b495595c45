"""The az command line: `az ad … list` as bare arrays, everything else by `az rest` as Graph pages (GRAPH.md 9.4)."""

import json

from formats.exports import only, write as write_pages

# What az asks for where nobody says which members.
USER = ["businessPhones", "displayName", "givenName", "id", "jobTitle", "mail", "mobilePhone", "officeLocation",
        "preferredLanguage", "surname", "userPrincipalName"]
LISTS = {"users": "az-users.json", "groups": "az-groups.json", "servicePrincipals": "az-sps.json"}


def held(exports):
    """Of users the few members that Graph tells unasked; no members of groups but of those that were asked for."""
    return {path: [only(item, *USER) for item in body] if path == "users" else body for path, body in exports.items()}


def write(exports, folder):
    write_pages({path: body for path, body in exports.items() if path not in LISTS and not path.endswith("/members")}, folder)
    for path, body in exports.items():
        if path not in LISTS and not path.endswith("/members"):
            continue
        file = folder / LISTS.get(path, f"{path}.json")
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(json.dumps(body, indent=2) + "\n", encoding="utf-8")
    # `az ad app list`: registrations, which are no service principals.
    (folder / "az-apps.json").write_text(json.dumps([{
        "appId": "b0045b7a-574c-4a15-9dc0-3b9ad79d3e32", "appRoles": [], "displayName": "Registration", "id": "r-1",
        "publisherDomain": "contoso.example", "requiredResourceAccess": [], "signInAudience": "AzureADMyOrg"}]), encoding="utf-8")

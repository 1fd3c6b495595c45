"""`Get-Mg… | ConvertTo-Json -Depth 10`: PascalCase, a bag of further members, null for what was not fetched (GRAPH.md 9.3)."""

import datetime
import json
import re

MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z")
# What a cmdlet shows of every object of a type, fetched or not.
NEVER_FETCHED = {
    "users": ["AboutMe", "AgeGroup", "AssignedLicenses", "Calendar", "ImAddresses", "Manager", "Sponsors", "UsageLocation"],
    "groups": ["AppRoleAssignments", "Members", "Owners", "RenewedDateTime", "Theme"],
    "servicePrincipals": ["AppRoleAssignedTo", "Homepage", "Info", "KeyCredentials", "Owners"],
    "assignments": ["CustomExtensionCalloutInstances"],
    "accessPackages": ["AssignmentPolicies", "IncompatibleAccessPackages", "ResourceRoleScopes"],
}


def held(exports):
    """No empty lists of their own, and nothing that is null: that means "not fetched" here."""
    return {path: without_null(body) for path, body in exports.items() if body}


def without_null(value, whole=False):
    if isinstance(value, list):
        return [without_null(item) for item in value]
    if isinstance(value, dict):
        return {name: without_null(inner, whole=name == "expiration") for name, inner in value.items()
                if whole or inner is not None}
    return value


def write(exports, folder, encoding="utf-8", newline="\n", windows=False):
    for path, body in exports.items():
        names = NEVER_FETCHED.get(path.split("/")[-1], ["Extensions"])
        shaped = [{**{name: None for name in names}, **shape(item, windows)}
                  for item in ([body] if isinstance(body, dict) else body)]
        text = json.dumps(shaped[0] if len(shaped) == 1 else shaped, indent=2, ensure_ascii=False) + "\n"
        file = folder / f"{path}.json"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text.replace("/Date", "\\/Date").replace(")/", ")\\/").replace("\n", newline).encode(encoding))


def shape(value, windows):
    """As ConvertTo-Json writes the models of the Graph SDK."""
    if isinstance(value, list):
        return [shape(item, windows) for item in value]
    if isinstance(value, str):
        return moment(value) if windows and MOMENT.fullmatch(value) else value
    if not isinstance(value, dict):
        return value
    # Of a base type only its own members are typed; the others lie in the bag, as Graph spells them.
    typed = {"id", "deletedDateTime"} if "@odata.type" in value else set(value)
    shaped = {name[:1].upper() + name[1:]: member(name, inner, windows) for name, inner in value.items() if name in typed}
    return {**shaped, "AdditionalProperties": {name: inner for name, inner in value.items() if name not in typed}}


def member(name, value, windows):
    if "duration" in name.lower() and isinstance(value, str):
        return span(value)
    return shape(value, windows)


def moment(text):
    at = datetime.datetime.fromisoformat(text.replace("Z", "+00:00"))
    return f"/Date({round(at.timestamp() * 1000)})/"


def span(duration):
    """A .NET TimeSpan of whole days."""
    days = int(re.fullmatch(r"P(\d+)D", duration).group(1)) if duration != "PT0S" else 0
    return {"Ticks": days * 864_000_000_000, "Days": days, "Hours": 0, "Milliseconds": 0, "Minutes": 0, "Seconds": 0,
            "TotalDays": days, "TotalHours": days * 24, "TotalMilliseconds": days * 86_400_000,
            "TotalMinutes": days * 1440, "TotalSeconds": days * 86_400}

"""The sample's Graph pages as objects: {request path: [object, …]}, a single object for what is no collection."""

import copy
import json
import re

from support import ROOT

ENTITLEMENT = "identityGovernance/entitlementManagement"
REVIEWS = "identityGovernance/accessReviews"


def read(month):
    folder = ROOT / "Samples/contoso" / month
    exports = {}
    for file in sorted(folder.rglob("*.json")):
        path = re.sub(r"-\d{4}$", "", str(file.relative_to(folder).with_suffix("")))
        document = json.loads(file.read_text(encoding="utf-8"))
        if "value" in document:
            exports.setdefault(path, []).extend(document["value"])
        else:
            exports[path] = {name: value for name, value in document.items() if name != "@odata.context"}
    return exports


def write(exports, folder, partial=()):
    """As Graph pages under their request paths; those of the partial kinds say that there is more."""
    for path, body in exports.items():
        file = folder / f"{path}.json"
        file.parent.mkdir(parents=True, exist_ok=True)
        page = {"value": body} if isinstance(body, list) else body
        if path.split("/")[-1] in partial:
            page["@odata.nextLink"] = "https://graph.microsoft.com/v1.0/more"
        file.write_text(json.dumps(page), encoding="utf-8")


def kept(exports, patterns):
    """Those whose paths match, as a copy of their own; `*` stands for an id."""
    kinds = [re.compile(pattern.replace("*", "[^/]+")) for pattern in patterns]
    return {path: copy.deepcopy(body) for path, body in exports.items() if any(kind.fullmatch(path) for kind in kinds)}


def only(item, *names):
    return {name: item[name] for name in names if name in item}

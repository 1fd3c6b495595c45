"""The pages of an export, as every script that imports one has to find them."""

import glob
import os
import re

ENTITLEMENT = "identityGovernance/entitlementManagement"


def files(folder, collection):
    """The pages of a collection, `*` for an id, in order: `users`, `groups/*/members`."""
    path = os.path.join(folder, collection)
    found = glob.glob(path + ".json") + glob.glob(path + "-*.json")
    return sorted(name for name in found if re.search(re.escape(os.path.basename(path)) + r"(-\d+)?\.json$", name))


def items(folder, collection, loads):
    """(folder that holds the page, item) for each item of a collection."""
    for name in files(folder, collection):
        parent = os.path.basename(os.path.dirname(name))
        with open(name, "rb") as file:
            page = loads(file.read())
        for item in page["value"]:
            yield parent, item

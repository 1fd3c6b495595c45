"""sqlite-utils, by its Python API: users, members and assignments, whatever columns they have.

Inner objects become JSON text, as sqlite-utils does by itself. Usage: sqlite_utils_script.py EXPORT NEW.sqlite
"""

import json
import sys

import sqlite_utils

from pages import ENTITLEMENT, items


def main(folder, path):
    db = sqlite_utils.Database(path)
    db["users"].insert_all((user for _, user in items(folder, "users", json.loads)), pk="id", alter=True)
    db["members"].insert_all(
        ({"groupId": group, "memberId": member["id"], "kind": member["@odata.type"],
          "displayName": member["displayName"]} for group, member in items(folder, "groups/*/members", json.loads)),
        pk=("groupId", "memberId"))
    db["assignments"].insert_all(
        (assignment for _, assignment in items(folder, f"{ENTITLEMENT}/assignments", json.loads)), pk="id", alter=True)
    db["members"].create_index(["memberId"])
    db.close()


main(*sys.argv[1:])

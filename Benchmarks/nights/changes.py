"""What changes in an export from one night to the next, in place: one in a thousand of all objects.

Most changes are bytes replaced by as many others, found from a random place of a page, so that a night costs neither
parsing nor writing pages anew. Members and owners leave one group and come into another (`moves.py`).
"""

import mmap
import os
import random
import re
import string
from collections import Counter

from . import moves

SHARE = 0.001
TEXT, TIME, ID = r'([^"\\]{2,})"', r'[0-9-]{10}T([0-9:]{8})', r"([0-9a-f-]{36})"


def _field(name, form):
    return re.compile(f'"{name}":"{form}'.encode())


# The field that changes, by what a file is called. The organization and the few direct role assignments stay.
FIELDS = {
    "users": _field("department", TEXT),
    "microsoft.graph.user": _field("department", TEXT),
    "groups": _field("displayName", TEXT),
    "servicePrincipals": _field("appOwnerOrganizationId", ID),
    "appRoleAssignedTo": _field("createdDateTime", TIME),
    "roleDefinitions": _field("description", TEXT),
    "roleAssignmentScheduleInstances": _field("startDateTime", TIME),
    "roleEligibilityScheduleInstances": _field("startDateTime", TIME),
    "catalogs": _field("modifiedDateTime", TIME),
    "resources": _field("createdDateTime", TIME),
    "accessPackages": _field("modifiedDateTime", TIME),
    "resourceRoleScopes": _field("createdDateTime", TIME),
    "assignmentPolicies": _field("modifiedDateTime", TIME),
    "connectedOrganizations": _field("displayName", TEXT),
    "assignments": _field("startDateTime", TIME),
    "assignmentRequests": _field("completedDateTime", TIME),
    "stages": _field("reviewedDateTime", TIME),
    "definitions": _field("createdDateTime", TIME),
    "instances": _field("startDateTime", TIME),
    "decisions": _field("reviewedDateTime", TIME),
    # An event is never changed: one leaves the export and another comes.
    "directoryAudits": _field("id", "SSGM_" + ID),
}


def kind(path):
    return os.path.basename(path).removesuffix(".json").rstrip("0123456789").rstrip("-")


def _other(old, draws):
    """As many bytes of the same kind: a time of day, an id, or letters."""
    if len(old) == 8 and old[2:3] == b":":
        second = draws.randrange(86_400)
        return b"%02d:%02d:%02d" % (second // 3600, second // 60 % 60, second % 60)
    if len(old) == 36 and old[8:9] == b"-":
        text = f"{draws.getrandbits(128):032x}"
        return "-".join((text[:8], text[8:12], text[12:16], text[16:20], text[20:])).encode()
    return "".join(draws.choices(string.ascii_lowercase, k=len(old))).capitalize().encode()


def _change(path, count, seed):
    """Changes about so many objects of a page; returns how many. What other pages hold changes nothing here."""
    field, draws, done = FIELDS[kind(path)], random.Random(seed), 0
    with open(path, "r+b") as file, mmap.mmap(file.fileno(), 0) as page:
        for _ in range(count):
            found = field.search(page, int(draws.random() * len(page))) or field.search(page)
            if found:
                start, end = found.span(1)
                page[start:end] = _other(page[start:end], draws)
                done += 1
    return done


def change(root, counts, seed):
    """`counts` has the number of objects of each page by its path below `root`. Returns how many were changed."""
    draws = random.Random(seed)
    paths = sorted(path for path in counts if kind(path) in FIELDS or kind(path) in moves.KINDS)
    weights = [counts[path] for path in paths]
    chosen = Counter(draws.choices(paths, weights, k=round(sum(counts.values()) * SHARE)))
    leaving = {path: count for path, count in sorted(chosen.items()) if kind(path) in moves.KINDS}
    done = sum(_change(os.path.join(root, path), count, f"{seed} {path}") for path, count in sorted(chosen.items())
               if path not in leaving)
    return done + moves.move(root, leaving, draws)

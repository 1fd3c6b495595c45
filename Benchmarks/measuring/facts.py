"""Counts and sums over what was loaded, which say the same of every store that holds the same."""

import json
import sqlite3
import subprocess

ALL = ("SELECT count(*), count(DISTINCT id), sum(length(displayName)), max(userPrincipalName) FROM users",
       "SELECT count(*), count(DISTINCT groupId), count(DISTINCT memberId), max(groupId || memberId) FROM members",
       "SELECT count(*), count(DISTINCT id), sum(length(state)), max(CAST(id AS VARCHAR)) FROM assignments")
PLAIN = (ALL[0], "SELECT count(*), count(DISTINCT groupId), count(DISTINCT memberId), max(groupId || memberId) "
                 "FROM members WHERE type = '#microsoft.graph.user'")
ROADRECON = (
    "SELECT count(*), count(DISTINCT objectId), sum(length(displayName)), max(userPrincipalName) FROM Users",
    'SELECT count(*), count(DISTINCT "Group"), count(DISTINCT "User"), max("Group" || "User") FROM lnk_group_member_user')

DUCK = "import duckdb, json, sys; db = duckdb.connect(sys.argv[1], read_only=True); " \
       "print(json.dumps([[*map(str, db.execute(q).fetchone())] for q in sys.argv[2:]]))"


def facts(bench, name, form):
    """The facts of a store as one text."""
    if form == "duckdb":
        done = subprocess.run([bench.python, "-c", DUCK, bench.path(name), *ALL], capture_output=True, text=True, check=True)
        rows = json.loads(done.stdout)
    else:
        db = sqlite3.connect(f"file:{bench.path(name)}?mode=ro", uri=True)
        queries = {"sqlite": ALL, "plain": PLAIN, "roadrecon": ROADRECON}[form]
        rows = [[str(value) for value in db.execute(query).fetchone()] for query in queries]
        db.close()
    return "; ".join(" ".join(row) for row in rows)

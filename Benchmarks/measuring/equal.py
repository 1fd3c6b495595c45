"""Whether two databases hold the same, whatever number each gave an id.

Every row of one is looked up in the other by its primary key, ids translated, and compared column by column.
"""

import sqlite3

# What differs by its nature: the numbers of ids, when, of which file and by what it was made, what only serves the
# next import (all tables whose names begin with "page"), and the checksum over the file.
LEFT_OUT = ("ident", "origin", "page", "seal", "snapshot")
# Columns that hold the number of an id. One that is missing here shows as a difference.
IDS = set("key parent named package policy subject person connectedOrganization assignment requestor requestorPerson "
          "reviewer principal roleDefinition origin roleOrigin scopeOrigin catalog manager resource appRole initiator "
          "instance definition target".split())


def differences(one, other):
    """What differs, in words; empty when both hold the same."""
    db = sqlite3.connect(f"file:{one}?mode=ro", uri=True)
    db.execute("ATTACH ? AS other", (f"file:{other}?mode=ro",))
    db.execute("PRAGMA cache_size = -500000")
    found = list(_ids(db))
    tables = [name for (name,) in db.execute(
        "SELECT name FROM main.sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name")]
    for table in tables:
        if not table.startswith(LEFT_OUT):
            found += _table(db, table)
    return found


def _count(db, sql):
    return db.execute(f"SELECT count(*) FROM {sql}").fetchone()[0]


def _ids(db):
    db.execute("CREATE TEMP TABLE same (here INTEGER PRIMARY KEY, there INTEGER NOT NULL)")
    db.execute("INSERT INTO same SELECT a.key, b.key FROM main.ident a JOIN other.ident b ON b.id = a.id ORDER BY 1")
    both, here, there = (_count(db, table) for table in ("same", "main.ident", "other.ident"))
    if not both == here == there:
        yield f"ident: {both} ids are in both, of {here} and {there}"
    db.execute("INSERT INTO same VALUES (0, 0)")  # readings without a parent


def _table(db, table):
    columns = db.execute(f'PRAGMA main.table_info("{table}")').fetchall()

    def here(name):
        return f'(SELECT there FROM same WHERE here = a."{name}")' if name in IDS else f'a."{name}"'

    keys = " AND ".join(f'b."{name}" = {here(name)}' for _, name, _, _, _, key in columns if key)
    values = [name for _, name, _, _, _, key in columns if not key]
    same = " AND ".join(f'b."{name}" IS {here(name)}' for name in values) or "1"
    both = _count(db, f'main."{table}" a CROSS JOIN other."{table}" b ON {keys} WHERE {same}')
    counts = [_count(db, f'{place}."{table}"') for place in ("main", "other")]
    if counts != [both, both]:
        yield f"{table}: {both} rows are the same, of {counts[0]} and {counts[1]}"


if __name__ == "__main__":
    import sys
    print("\n".join(differences(*sys.argv[1:])) or "the same")

"""The import of the next night: unchanged, changed by one in a hundred, in another layout."""

import os
import shutil
import sqlite3

from .bench import JULY
from .table import Goal, Section, at_most

# What an import writes besides versions of objects.
RECORDS = ("grdb_", "sqlite_", "ident", "snapshot", "imported", "remark", "reading", "fieldReading", "sighting", "page",
           "auditMention", "told", "seal", "pruning", "origin", "deltaLink")


def versions(path):
    """How many objects the second import changed: new versions, and what ended without a new one."""
    db = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    count = 0
    for (table,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name").fetchall():
        if table.startswith(RECORDS):
            continue
        columns = db.execute(f'PRAGMA table_info("{table}")').fetchall()
        count += db.execute(f'SELECT count(*) FROM "{table}" WHERE since = 2').fetchone()[0]
        if any(column[1] == "until" for column in columns):
            keys = " AND ".join(f"n.{name} = o.{name}" for _, name, _, _, _, key in columns if key and name != "since")
            count += db.execute(f'SELECT count(*) FROM "{table}" o WHERE o.until = 2 AND NOT EXISTS '
                                f'(SELECT 1 FROM "{table}" n WHERE {keys} AND n.since = 2)').fetchone()[0]
    db.close()
    return count


def again(bench):
    section = Section("again", f"Import again, {bench.users:,} users",
                      "Each into a copy of the database of the first import. Ratios are of the first import.")
    folder, known = bench.tenant(bench.users), bench.database(bench.users)
    changed, reordered = bench.path(f"changed-{bench.users}"), bench.path(f"reordered-{bench.users}")
    said = bench.path(f"changed-{bench.users}.txt")
    if not os.path.exists(said):
        bench.log("writing the variants")
        shutil.rmtree(changed, ignore_errors=True)
        words = bench.make(["vary.py", folder], changed)
        with open(said, "w", encoding="utf-8") as file:
            file.write(words)
    if not os.path.isdir(reordered):
        bench.make(["vary.py", "--reorder", folder], reordered)
    with open(said, encoding="utf-8") as file:
        words = file.read()
    for place in (folder, changed, reordered):
        bench.warm(place)

    def copy(name):
        def prepare():
            bench.remove(name)
            shutil.copyfile(known, bench.path(name))
            # It lies on the disk since the night before: no import waits for that.
            os.sync()
        return prepare

    found = bench.compare({
        "first": (lambda: bench.remove("one.sqlite"), lambda: bench.imports(folder, "one.sqlite")),
        "unchanged": (copy("same.sqlite"), lambda: bench.imports(folder, "same.sqlite", JULY)),
        "changed": (copy("changed.sqlite"), lambda: bench.imports(changed, "changed.sqlite", JULY)),
        "reordered": (copy("reordered.sqlite"), lambda: bench.imports(reordered, "reordered.sqlite", JULY)),
    })
    one = found["first"]
    section.add("first import", one, one)
    section.add("unchanged", found["unchanged"], one, Goal("at most 1/10", at_most(found["unchanged"], one, 0.1)))
    section.add(words, found["changed"], one, Goal("at most 1/3", at_most(found["changed"], one, 1 / 3)))
    section.add("members of objects in the opposite order, with blanks", found["reordered"], one)
    counts = {name: versions(bench.path(f"{name}.sqlite")) for name in ("same", "changed", "reordered")}
    section.check(f"nothing changed: {counts['same']} new versions", counts["same"] == 0)
    section.check(f"{words}: {counts['changed']} new versions", counts["changed"] == int(words.split()[0]))
    section.check(f"layout changed: {counts['reordered']} new versions", counts["reordered"] == 0)
    bench.remove("one.sqlite", "same.sqlite", "changed.sqlite", "reordered.sqlite")
    return section

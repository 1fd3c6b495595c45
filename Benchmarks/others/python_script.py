"""A good Python script: orjson and executemany, all entities, one transaction, indexes after the rows.

Plain tables, no history, no second import, ids as text. Usage: python_script.py EXPORT NEW.sqlite
"""

import sqlite3
import sys

import orjson

from pages import files
from tables import INDEXES, TABLES

NOTHING = {}


def row_maker(columns):
    """(names, function of parent and item): the function is compiled, which spares a loop over the columns."""
    names, parts = [], []
    for column in columns.split():
        if column == "*":
            names.append("whole")
            parts.append("dumps(o).decode()")
        elif column[0] == "^":
            names.append(column[1:])
            parts.append("parent")
        else:
            path, _, name = column.lstrip("*").partition("=")
            names.append((name or path).replace("@odata.", "").replace(".", "_"))
            keys = [path] if path.startswith("@") else path.split(".")
            text = "o"
            for key in keys[:-1]:
                text = f"({text}.get({key!r}) or nothing)"
            text = f"{text}.get({keys[-1]!r})"
            parts.append(f"dumps({text}).decode()" if column[0] == "*" else text)
    code = f"lambda parent, items: [({', '.join(parts)},) for o in items]"
    return names, eval(code, {"nothing": NOTHING, "dumps": orjson.dumps})


def mentions(items):
    """(audit event, id that it names)"""
    for event in items:
        named = {event["correlationId"], *(target["id"] for target in event["targetResources"]),
                 *(detail["value"] for detail in event["additionalDetails"])}
        for id in named:
            if id and " " not in id:
                yield event["id"], id


def main(folder, path):
    db = sqlite3.connect(path, isolation_level=None)
    db.execute("PRAGMA journal_mode = OFF")
    db.execute("PRAGMA synchronous = OFF")
    db.execute("PRAGMA cache_size = -500000")
    db.execute("BEGIN")
    db.execute("CREATE TABLE mentions (event TEXT, named TEXT)")
    for table, (collection, columns) in TABLES.items():
        names, rows = row_maker(columns)
        keys = [name for name in names if name in ("id", "groupId", "memberId", "ownerId")]
        db.execute(f'CREATE TABLE "{table}" ({", ".join(names)}, PRIMARY KEY ({", ".join(keys)})) WITHOUT ROWID')
        insert = f'INSERT INTO "{table}" VALUES ({", ".join("?" * len(names))})'
        for name in files(folder, collection):
            with open(name, "rb") as file:
                items = orjson.loads(file.read())["value"]
            db.executemany(insert, rows(name.split("/")[-2], items))
            if table == "audits":
                db.executemany("INSERT INTO mentions VALUES (?, ?)", mentions(items))
    for number, index in enumerate(INDEXES):
        db.execute(f"CREATE INDEX index{number} ON {index}")
    db.execute("COMMIT")


main(*sys.argv[1:])

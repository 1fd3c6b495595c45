"""How large a database is, and which table takes how much of it."""

import os
import sqlite3
import subprocess

TABLES = ("SELECT coalesce(m.tbl_name, d.name), sum(d.pgsize) FROM dbstat d LEFT JOIN sqlite_master m ON m.name = d.name "
          "WHERE d.aggregate = TRUE GROUP BY 1 ORDER BY 2 DESC, 1")


def size(path):
    """Bytes of the file, and of the log beside it when that was not written back."""
    return sum(os.path.getsize(path + ending) for ending in ("", "-wal") if os.path.exists(path + ending))


def by_table(path):
    """Bytes by table, indexes with their table; nothing where neither Python's SQLite nor the CLI knows dbstat."""
    try:
        db = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
        try:
            return dict(db.execute(TABLES).fetchall())
        finally:
            db.close()
    except sqlite3.OperationalError:
        pass
    try:
        done = subprocess.run(["sqlite3", "-readonly", "-separator", "\t", path, TABLES], capture_output=True, text=True)
    except OSError:
        return {}
    rows = (line.split("\t") for line in done.stdout.splitlines()) if done.returncode == 0 else ()
    return {name: int(count) for name, count in rows}


def versions(path):
    """The rows of history that the last import wrote, by table: versions of objects that are there since it."""
    db = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    last = db.execute("SELECT max(number) FROM snapshot").fetchone()[0]
    found = {}
    for (table,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name").fetchall():
        if any(column[1] == "since" for column in db.execute(f'PRAGMA table_info("{table}")')):
            count = db.execute(f'SELECT count(*) FROM "{table}" WHERE since = ?', (last,)).fetchone()[0]
            if count:
                found[table] = count
    db.close()
    return found

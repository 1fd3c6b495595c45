"""What a database holds and what is reported from it, in a form that can be compared."""

import hashlib
import re
import shutil
import sqlite3
import subprocess


IDS = set(
    "key parent named manager resource principal appRole roleDefinition requestor requestorPerson package assignment "
    "reviewer initiator instance definition target policy subject person connectedOrganization catalog origin roleOrigin "
    "scopeOrigin".split())


def tables(database):
    """Every row of every table, as text: ids in place of the numbers that stand for them, which differ from one import
    to the next. What is remembered of the files' pages, the checksum and the clock's moments are left out."""
    connection = sqlite3.connect(database)
    try:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)], "the structure is damaged"
        ids = dict(connection.execute("SELECT key, id FROM ident"))
        names = [name for name, in connection.execute(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT IN ('seal', 'page', 'pageFields') "
            "ORDER BY name")]
        lines = []
        for name in names:
            columns = [row[1] for row in connection.execute(f"PRAGMA table_info({name})") if row[1] != "importedAt"]
            chosen = ", ".join(f'"{column}"' for column in columns)
            places = [place for place, column in enumerate(columns) if column in IDS]
            rows = []
            for row in map(list, connection.execute(f"SELECT {chosen} FROM {name}")):
                for place in places:
                    row[place] = ids.get(row[place], row[place])
                rows.append(f"{name}: {row!r}")
            lines += sorted(rows)
        return lines
    finally:
        connection.close()


def digest(lines):
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()


def found(folder, look):
    """The state that lies in a folder, judged on a copy: looking at it would repair it. None where nothing is."""
    shutil.rmtree(look, ignore_errors=True)
    look.mkdir()
    for path in folder.iterdir():
        if path.is_file() and not path.name.endswith(("-shm", ".lock")):
            shutil.copy(path, look / path.name)
    database = look / "tenure.sqlite"
    if not database.exists():
        return None
    lines = tables(database)
    return digest(lines) if any(line.startswith("snapshot: ") for line in lines) else None


def report(binary, database, out):
    """The access rows as JSON, without the clock's moments; the error where there are none."""
    done = subprocess.run(
        [binary, "report", "access", "--db", database, "--as-of", "2026-08-31", "--generated-at", "2026-09-01",
         "--scope", "all", "--all", "--format", "json", "--out", out], capture_output=True, text=True)
    if done.returncode == 2:
        return done.stderr
    assert done.returncode in (0, 3), f"report ended with {done.returncode}: {done.stderr}"
    text = (out / "access.json").read_text(encoding="utf-8")
    return digest([re.sub(r'"importedAt": *"[^"]*"', "", text)])

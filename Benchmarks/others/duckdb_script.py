"""DuckDB's read_json: users, members and assignments, types as it detects them.

Usage: duckdb_script.py EXPORT NEW.duckdb. DuckDB uses all cores.
"""

import sys

import duckdb

from pages import ENTITLEMENT


def main(folder, path):
    db = duckdb.connect(path)
    db.execute("SET preserve_insertion_order = false")

    def load(table, pattern, columns):
        db.execute(f"CREATE TABLE {table} AS SELECT {columns} FROM (SELECT filename, unnest(value) AS item FROM "
                   f"read_json('{folder}/{pattern}', filename = true, sample_size = 10, union_by_name = false))")

    load("users", "users*.json", "unnest(item)")
    load("members", "groups/*/members*.json",
         "split_part(filename, '/', -2) AS groupId, item.id AS memberId, item.displayName")
    load("assignments", f"{ENTITLEMENT}/assignments*.json", "unnest(item)")
    db.close()


main(*sys.argv[1:])

"""Rows of a query as CSV, with Python's sqlite3 and csv. Usage: csv_script.py QUERY.sql COUNT NEW.csv"""

import csv
import sqlite3
import sys


def main(query, count, path):
    with open(query, encoding="utf-8") as file:
        rows = sqlite3.connect(":memory:").execute(file.read(), {"count": int(count)})
    with open(path, "w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(column[0] for column in rows.description)
        writer.writerows(rows)


main(*sys.argv[1:])

"""Rows of a query as a page, with Python's sqlite3 and Jinja2, escaped and streamed; moments as people read them.

Usage: jinja2_script.py QUERY.sql COUNT NEW.html
"""

import sqlite3
import sys

import jinja2

TEMPLATE = """<!DOCTYPE html>
<html lang="en">
<head><meta charset="utf-8"><title>Rows</title></head>
<body>
<table>
<thead><tr>{% for name in names %}<th>{{ name }}</th>{% endfor %}</tr></thead>
<tbody>
{% for row in rows %}<tr>{% for cell in row %}<td>{% if cell is none %}{% elif loop.index0 in moments %}<time datetime="{{ cell }}">{{ cell[:10] }} {{ cell[11:16] }} UTC</time>{% else %}{{ cell }}{% endif %}</td>{% endfor %}</tr>
{% endfor %}</tbody>
</table>
</body>
</html>
"""


def main(query, count, path):
    with open(query, encoding="utf-8") as file:
        rows = sqlite3.connect(":memory:").execute(file.read(), {"count": int(count)})
    names = [column[0] for column in rows.description]
    moments = {index for index, name in enumerate(names) if name in ("startsAt", "until")}
    template = jinja2.Environment(autoescape=True).from_string(TEMPLATE)
    with open(path, "w", encoding="utf-8") as file:
        stream = template.stream(names=names, rows=rows, moments=moments)
        stream.enable_buffering(1000)
        stream.dump(file)


main(*sys.argv[1:])

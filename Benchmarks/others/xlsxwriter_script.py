"""Rows of a query as an Excel sheet, with Python's sqlite3 and XlsxWriter in its fastest mode: constant memory, each
cell by the method of its type, moments as dates, header, filter and widths. Usage: xlsxwriter_script.py QUERY.sql COUNT NEW.xlsx
"""

import sqlite3
import sys
from datetime import datetime

import xlsxwriter


def main(query, count, path):
    with open(query, encoding="utf-8") as file:
        rows = sqlite3.connect(":memory:").execute(file.read(), {"count": int(count)})
    names = [column[0] for column in rows.description]
    moments = {index for index, name in enumerate(names) if name in ("startsAt", "until")}
    book = xlsxwriter.Workbook(path, {"constant_memory": True})
    sheet = book.add_worksheet("rows")
    bold, moment = book.add_format({"bold": True}), book.add_format({"num_format": 'yyyy-mm-dd hh:mm" UTC"'})
    sheet.set_column(0, len(names) - 1, 26)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, int(count), len(names) - 1)
    for column, name in enumerate(names):
        sheet.write_string(0, column, name, bold)
    for number, row in enumerate(rows, 1):
        for column, cell in enumerate(row):
            if cell is None:
                continue
            if column in moments:
                sheet.write_datetime(number, column, datetime.fromisoformat(cell[:-1]), moment)
            elif isinstance(cell, str):
                sheet.write_string(number, column, cell)
            else:
                sheet.write_number(number, column, cell)
    book.close()


main(*sys.argv[1:])

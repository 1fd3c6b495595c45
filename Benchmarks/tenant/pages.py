"""Writes collections as Graph hands them out: pages of at most 999 items in request-path layout."""

import os

GRAPH = "https://graph.microsoft.com/v1.0/"
PAGE = 999


class Collection:
    """One collection, written page by page; only the page at hand is in memory.

    A collection of one page is `<path>.json`, a longer one `<path>-0001.json` and so on,
    where every page but the last has an `@odata.nextLink`.
    """

    def __init__(self, out, path, context=None):
        self.out, self.path, self.page, self.count = out, path, 0, 0
        self.context = f"{GRAPH}$metadata#{context or path}"
        self.items = []

    def add(self, item):
        """Adds one item, given as JSON text."""
        if len(self.items) == PAGE:
            self._write(last=False)
        self.items.append(item)
        self.count += 1

    def __enter__(self):
        return self

    def __exit__(self, failure, *_):
        if failure is None:
            self._write(last=True)

    def _write(self, last):
        self.page += 1
        number = "" if last and self.page == 1 else f"-{self.page:04d}"
        path = os.path.join(self.out, f"{self.path}{number}.json")
        if self.page == 1:
            os.makedirs(os.path.dirname(path), exist_ok=True)
        link = "" if last else f',"@odata.nextLink":"{GRAPH}{self.path}?$skiptoken=page{self.page + 1}"'
        with open(path, "w", encoding="utf-8") as file:
            file.write(f'{{"@odata.context":"{self.context}"{link},"value":[')
            file.write(",".join(self.items))
            file.write("]}\n")
        self.items.clear()

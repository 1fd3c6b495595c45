"""Members and owners leave one group and come into another."""

import os

try:
    from orjson import dumps, loads
except ImportError:
    import json

    loads = json.loads

    def dumps(value):
        return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()

KINDS = ("members", "owners")
USER = "#microsoft.graph.user"


def read(path):
    with open(path, "rb") as file:
        return file.read()


def write(path, text):
    """Whole or not at all."""
    with open(path + ".new", "wb") as file:
        file.write(text)
    os.replace(path + ".new", path)


class Groups:
    """The pages that are at hand, and who was in a group before this night or came in it."""

    def __init__(self, root):
        self.root, self.pages, self.texts, self.came = root, {}, {}, set()

    def page(self, path):
        if path not in self.pages:
            self.pages[path] = loads(read(os.path.join(self.root, path)))
        return self.pages[path]

    def knows(self, path, person):
        folder, name = os.path.split(path)
        which = os.path.join(self.root, folder), name[:6]  # all pages of the members, or of the owners
        if which not in self.texts:
            self.texts[which] = b"".join(read(os.path.join(which[0], name)) for name in sorted(os.listdir(which[0]))
                                         if name.startswith(which[1]))
        return person.encode() in self.texts[which] or (which, person) in self.came

    def take(self, path, draws):
        """Someone who leaves; None when nobody but groups is there."""
        items = self.page(path)["value"]
        users = [place for place, item in enumerate(items) if item.get("@odata.type") == USER]
        return items.pop(draws.choice(users)) if users else None

    def put(self, path, item):
        folder, name = os.path.split(path)
        self.page(path)["value"].append(item)
        self.came.add(((os.path.join(self.root, folder), name[:6]), item["id"]))


def move(root, leaving, draws):
    """`leaving` has how many leave a page, by its path; as many come, unless they are there already.

    Returns how many left.
    """
    groups, places = Groups(root), [path for path, count in leaving.items() for _ in range(count)]
    gone = [item for item in (groups.take(path, draws) for path in places) if item]
    draws.shuffle(places)
    for item, path in zip(gone, places):
        if not groups.knows(path, item["id"]):
            groups.put(path, item)
    for path, page in groups.pages.items():
        write(os.path.join(root, path), dumps(page) + b"\n")
    return len(gone)

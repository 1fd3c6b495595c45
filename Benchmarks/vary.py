#!/usr/bin/env python3
"""Writes an export anew as the tenant might be a night later, or only in another layout.

By default one object is changed in each of about half of the pages, drawn from the seed: of a tenant as the generator
makes it, with many small pages, that is one in a hundred of all objects. A member or owner of a group is changed by
leaving it out. With --reorder nothing is changed: the members of every
object come in the opposite order, with blanks between them.
"""

import argparse
import json
import os
import random

CHANGED = ("justification", "description", "department", "resultReason", "principalDisplayName", "memberType", "status",
           "appScopeId", "appOwnerOrganizationId", "createdDateTime")
LEFT_OUT = ("members", "owners")


def pages(folder):
    for place, _, names in sorted(os.walk(folder)):
        yield from (os.path.join(place, name) for name in sorted(names))


def reordered(value):
    if isinstance(value, dict):
        return {key: reordered(inner) for key, inner in reversed(value.items())}
    return [reordered(inner) for inner in value] if isinstance(value, list) else value


def kind(path):
    return os.path.basename(path).removesuffix(".json").rstrip("0123456789").rstrip("-")


def change(path, items, draws):
    place = draws.randrange(len(items))
    if kind(path) in LEFT_OUT:
        del items[place]
        return
    key = next(key for key in CHANGED if key in items[place])
    second = draws.randrange(86_400)
    items[place][key] = (f"2026-06-30T{second // 3600:02}:{second // 60 % 60:02}:{second % 60:02}Z"
                         if key == "createdDateTime" else f"changed {second}")


def vary(source, out, seed, is_reorder):
    draws = random.Random(seed)
    changed = count = 0
    for path in pages(source):
        with open(path, encoding="utf-8") as file:
            text = file.read()
        page = json.loads(text)
        items = page["value"]
        count += len(items)
        if is_reorder:
            text = json.dumps(reordered(page), ensure_ascii=False, separators=(", ", " : "))
        elif items and kind(path) != "organization" and draws.random() < 0.5:
            change(path, items, draws)
            changed += 1
            text = json.dumps(page, ensure_ascii=False, separators=(",", ":")) + "\n"
        target = os.path.join(out, os.path.relpath(path, source))
        os.makedirs(os.path.dirname(target), exist_ok=True)
        with open(target, "w", encoding="utf-8") as file:
            file.write(text)
    return changed, count


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seed", type=int, default=1, metavar="S", help="what the draws start from (default 1)")
    parser.add_argument("--reorder", action="store_true", help="change the layout and nothing else")
    parser.add_argument("source", metavar="EXPORT", help="folder of an export; every page is read")
    parser.add_argument("out", metavar="OUT", help="folder to write to; must be new or empty")
    options = parser.parse_args()
    if os.path.isdir(options.out) and os.listdir(options.out):
        parser.error(f"{options.out} is not empty")
    changed, count = vary(options.source, options.out, options.seed, options.reorder)
    print(f"{changed} of {count} objects changed, each in a page of its own")


if __name__ == "__main__":
    main()

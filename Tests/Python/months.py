"""A tenant over many months: each month a random part of what the exports hold is gone, comes back, or is changed."""

import copy
import json
import random

CHANGED = {
    "displayName": lambda value, month: f"{value.split(' ·')[0]} ·{month}",
    "department": lambda value, month: f"{value} {month}",
    "state": lambda value, month: {"delivered": "delivering", "delivering": "delivered"}.get(value, value),
    "justification": lambda value, month: f"{value}!",
    "applyResult": lambda value, month: "AppliedSuccessfully" if month % 2 else "New",
    "userPrincipalName": lambda value, month: value.replace("#EXT#", "") if month % 3 == 0 else value,
    "resourceDisplayName": lambda value, month: f"{value} {month}",
}


class Months:
    """Writes the exports of one month after the other, beginning with those of a folder."""

    def __init__(self, first, seed):
        self.chance = random.Random(seed)
        self.pages = {
            path.relative_to(first): json.loads(path.read_text(encoding="utf-8"))
            for path in sorted(first.rglob("*.json"))}
        self.month = 0

    def write(self, folder):
        self.month += 1
        for name, page in self.pages.items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(json.dumps(self.changed(name, page)), encoding="utf-8")
        return folder

    def changed(self, name, page):
        items = page.get("value")
        if self.month == 1 or not isinstance(items, list) or name.name == "organization.json":
            return page
        page = copy.deepcopy(page)
        # Some are missing in this month only; some pages say that they are not the last.
        page["value"] = [self.altered(item) for item in page["value"] if self.chance.random() > 0.12]
        if self.chance.random() < 0.05:
            page["@odata.nextLink"] = "https://graph.microsoft.com/v1.0/next"
        return page

    def altered(self, item):
        for key, change in CHANGED.items():
            if item.get(key) and self.chance.random() < 0.2:
                item[key] = change(item[key], self.month)
        if "externalUserState" in item and self.month > 2:
            # What remains of a guest is the name that was told once.
            item["externalUserState"] = item["identities"] = None
        if self.chance.random() < 0.05:
            item.pop("target", None)
        if self.chance.random() < 0.1 and isinstance(item.get("manager"), dict):
            item["manager"] = None
        return item

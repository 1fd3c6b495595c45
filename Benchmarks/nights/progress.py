"""What was done and measured of a year, kept in a file, so that an interrupted run goes on with the next night."""

import json
import os
from datetime import date, timedelta

from measuring.process import Failed

FIRST = date(2025, 6, 30)  # a year before the present of the generated tenant: no night lies in the future


def day(night):
    return str(FIRST + timedelta(days=night - 1))


def moment(night):
    return f"{day(night)}T22:00:00Z"


class Progress:
    """`chosen` is what decides the figures: another choice needs another folder.

    nights: night, changed, signedIn, changing (seconds), wall, cpu, peak, size, versions (written by it, by table);
        again where the import was begun before an interruption
    reports: after (how many nights), night, wall, cpu, peak, rows, bytes, sha
    changed: the last night whose changes are in the export
    tables: bytes by table after the first night and after the last
    """

    def __init__(self, path, chosen):
        self.path = path
        self.data = {"chosen": chosen, "changed": 0, "nights": [], "reports": [], "tables": {}}
        if os.path.exists(path):
            with open(path, encoding="utf-8") as file:
                self.data = json.load(file)
        if self.data["chosen"] != chosen:
            raise Failed(f"{path} is of a run with {self.data['chosen']}, not {chosen}: choose the same or another --work")

    @property
    def name(self):
        return "with sign-in times" if self.data["chosen"]["signIns"] else "without sign-in times"

    @property
    def done(self):
        return len(self.nights)

    @property
    def nights(self):
        return self.data["nights"]

    @property
    def reports(self):
        return self.data["reports"]

    @property
    def tables(self):
        return self.data["tables"]

    @property
    def reported(self):
        """After how many nights there are reports last."""
        return max((report["after"] for report in self.reports), default=0)

    def made(self, after, night):
        return [report for report in self.reports if (report["after"], report["night"]) == (after, night)]

    def save(self):
        with open(self.path + ".new", "w", encoding="utf-8") as file:
            json.dump(self.data, file, indent=1)
        os.replace(self.path + ".new", self.path)


def existing(path):
    """The progress of a run that may not have begun; None then."""
    if not os.path.exists(path):
        return None
    with open(path, encoding="utf-8") as file:
        return Progress(path, json.load(file)["chosen"])

"""Everything that is drawn: ids, names and moments, each a function of the seed and a number.

Nothing is kept: whoever needs the third member of a group computes it, so memory stays flat.
"""

from datetime import datetime, timedelta, timezone
from hashlib import md5
from math import gcd

NOW = datetime(2026, 6, 30, 12, 0, 0, tzinfo=timezone.utc)
_START = datetime(2024, 1, 1, tzinfo=timezone.utc)

FIRST = ("Ann Bea Cem Dora Emil Fay Gil Hugo Ines Jan Kaya Lars Mira Nils Ola Pim Qin Rosa Sol Tess Uma Vera Wim "
         "Xia Yara Zoe André Chloé Jürgen Łucja Søren Žofia").split()
LAST = ("Abel Berg Costa Diaz Eder Frei Gray Hahn Ivers Jansen Koval Lee Marsh Novak Osei Petit Quist Rossi Sato "
        "Tamm Ulrich Voss Weber Xu Young Zimmer Müller Nuñez O'Brien Peña Škoda Öz").split()
DEPARTMENTS = "Sales Finance Legal Purchasing Research Support Logistics Marketing IT Production".split()
PARTNERS = "fabrikam tailspin adatum litware proseware northwind wingtip alpineski fourthcoffee lucerne".split()
JUSTIFICATIONS = ("supplier portal", "quarter end", "new in the team", "project Falcon, until the handover",
                  "cover for a colleague", 'needs \\"it\\"', "")
HOSTILE = ("=1+1", "<b>Bold</b>", "@SUM(A1:A9)", "Line\\nBreak")


class Draws:
    def __init__(self, seed):
        self.seed = seed

    def hex(self, kind, *numbers):
        """32 hexadecimal digits for a thing of this kind."""
        return md5(f"{self.seed}/{kind}/{'/'.join(map(str, numbers))}".encode()).hexdigest()

    def guid(self, kind, *numbers):
        return dashed(self.hex(kind, *numbers))

    def number(self, kind, *numbers):
        """A number of 64 bits for a thing of this kind."""
        return int(self.hex(kind, *numbers)[:16], 16)


def dashed(h):
    return f"{h[:8]}-{h[8:12]}-{h[12:16]}-{h[16:20]}-{h[20:]}"


def moment(n, first=0, last=911):
    """A moment drawn by `n`, between two days counted from 2024-01-01 (911 is 2026-06-30)."""
    seconds = first * 86_400 + n % ((last - first) * 86_400)
    text = (_START + timedelta(seconds=seconds)).strftime("%Y-%m-%dT%H:%M:%S")
    return text + ("Z", ".5Z", ".123Z", ".7654321Z")[(n >> 40) & 3]




def stepping(count, draw):
    """A start and a step that walk through all of `count` numbers without meeting one twice."""
    if count < 2:
        return 0, 1
    step = (draw >> 20) % count or 1
    while gcd(step, count) != 1:
        step = step + 1 if step + 1 < count else 1
    return draw % count, step

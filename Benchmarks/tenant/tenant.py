"""Who and what is in the invented tenant: sizes, people, groups and who holds which package."""

from dataclasses import dataclass
from math import gcd

from .draws import DEPARTMENTS, FIRST, HOSTILE, LAST, PARTNERS, Draws, dashed, stepping

BLOCK = 12
# Inside each block of twelve groups: which hold which. 0 > 1 > 2 > 3 > 4 > 5 is six deep.
CHILDREN = {0: [1], 1: [2, 6], 2: [3, 7], 3: [4], 4: [5, 7], 6: [8]}


@dataclass(slots=True)
class Person:
    number: int
    id: str
    name: str
    upn: str
    mail: str
    guest: bool
    draw: int


class Tenant:
    def __init__(self, users, seed, dense=False):
        self.draws = Draws(seed)
        self.users = users
        self.deleted = users // 200
        self.pending = users // 500
        self.groups = max(2, users // 20)
        self.dense = 20 if dense else 0
        self.applications = max(1, users // 500)
        self.packages = max(1, users // 200)
        self.catalogs = max(1, users // 2_000)
        self.roles = 30
        self._step = next(a for a in range(3, self.packages + 5) if gcd(a, self.packages) == 1)
        held = sum(1 for g in range(1, self.groups) if self.package_of_group(g) is not None)
        free = max(1, self.groups - 1 - held)
        self.typical = max(1, (8 * users - users // 5 - held * 2 * users // self.packages * 6 // 10) // free)

    # People

    def person(self, number):
        """User `number`; from `users` on they are deleted, from `users + deleted` on not yet here."""
        h = self.draws.hex("user", number)
        draw = int(h[:16], 16)
        first, last = FIRST[draw & 31], LAST[(draw >> 5) & 31]
        name = f"{first} {last}" if draw % 1_009 else HOSTILE[(draw >> 10) & 3]
        plain = f"{_plain(first)}.{_plain(last)}{number}"
        guest = draw % 10 < 3
        if guest:
            partner = PARTNERS[(draw >> 16) % len(PARTNERS)]
            mail = f"{plain}@{partner}.example"
            upn = f"{plain}_{partner}.example#EXT#@contoso.onmicrosoft.example"
        else:
            mail = upn = f"{plain}@contoso.example"
        return Person(number, dashed(h), name, upn, mail, guest, draw)

    def partner(self, person):
        return (person.draw >> 16) % len(PARTNERS)

    def department(self, person):
        return DEPARTMENTS[(person.draw >> 24) % len(DEPARTMENTS)]

    def member(self, draw):
        """Some user who is no guest (or, in a tenant without one nearby, any)."""
        for step in range(8):
            person = self.person((draw + step) % self.users)
            if not person.guest:
                break
        return person

    # Groups

    def group_id(self, g):
        return self.draws.guid("group", g)

    def group_name(self, g):
        return "Everyone in the field" if g == 0 else f"Group {g:06d}"

    def group_types(self, g):
        draw = self.draws.number("grouptype", g)
        if g and self.package_of_group(g) is None and draw % 10 == 0:
            return ["DynamicMembership"]
        return ["Unified"] if draw % 10 < 4 else []

    def group_children(self, g):
        """The groups that are members of group `g`."""
        if g >= self.groups:
            layer, place = divmod(g - self.groups, 4)
            below = range(self.groups + 4 * (layer + 1), self.groups + 4 * (layer + 2)) if layer < 4 else [0]
            return list(below)
        block, place = divmod(g, BLOCK)
        children = [block * BLOCK + c for c in CHILDREN.get(place, [])]
        if place == 5 and block % 20 == 3:
            children.append(block * BLOCK + (3 if block % 40 == 3 else 0))  # a cycle
        if g == BLOCK + 3 or g == BLOCK + 6:
            children.append(0)
        if place == 9 and block % 50 == 7:
            children.append(g)  # a member of itself
        return [c for c in children if c < self.groups]

    def group_members(self, g):
        """The numbers of the users who are members of group `g`, each once."""
        if g >= self.groups:
            return
        package = self.package_of_group(g)
        if package is not None:
            for user, which in self.holders(package):
                draw = self.draws.number("assignment", user, which)
                if self.is_live(draw) and draw % 97:
                    yield user
            return
        draw = self.draws.number("members", g)
        size = self.users // 5 if g == 0 else self.typical * (1, 2, 3, 4, 10)[draw % 5] // 4
        at, step = stepping(self.users, draw >> 4)
        for _ in range(min(size, self.users)):
            yield at
            at = (at + step) % self.users

    def group_of_package(self, p):
        """The group whose membership package `p` gives."""
        return 1 + p * 10 % max(1, self.groups - 1)

    def package_of_group(self, g):
        p, rest = divmod(g - 1, 10)
        return p if g and rest == 0 and p < self.packages and self.group_of_package(p) == g else None

    # Packages

    def package_id(self, p):
        return self.draws.guid("package", p)

    def policy_id(self, p, which):
        return self.draws.guid("policy", p, which)

    def packages_of(self, user):
        """The two packages that a user is assigned."""
        return user % self.packages, (self._step * user + 1) % self.packages

    def holders(self, p):
        """(user, which of the two) for everyone with an assignment of package `p`, each user once."""
        for user in range(p, self.users, self.packages):
            yield user, 0
        first = pow(self._step, -1, self.packages) * (p - 1) % self.packages
        for user in range(first, self.users, self.packages):
            if user % self.packages != p:
                yield user, 1

    def application_of_package(self, p):
        """(application, app role number) that package `p` gives; half of the packages give one."""
        return (p // 2 % self.applications, p // 2 // self.applications % 3) if p % 2 == 0 else None

    @staticmethod
    def is_live(draw):
        """Whether an assignment with this draw is in force."""
        return draw % 20 < 15

    @staticmethod
    def by_administrator(draw):
        return (draw >> 8) % 20 < 3


def _plain(name):
    table = str.maketrans("éüŁłøŽžñŠšÖöá", "euLloZznSsOoa")
    return name.lower().translate(table).replace("'", "")

"""The first import, beside the practical limit and what users would pick instead."""

import os
import sys

from .bench import JUNE, run
from .facts import facts
from .table import Goal, Section, at_most

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "..", "others"))
from pages import files  # noqa: E402


def first(bench):
    section = Section(
        "import", f"Import of {bench.users:,} users",
        "Ratios are of the C++ program. It writes the same rows into the same tables, in one thread, without a journal.")
    folder = bench.tenant(bench.users)
    cat = bench.warm(folder)
    model = bench.database(20)

    def fresh(name):
        return lambda: bench.remove(name)

    limit = lambda: run([os.path.join(bench.limit, "import"), folder, model, JUNE, bench.path("limit.sqlite")])
    found = bench.compare({
        "tenure": (fresh("first.sqlite"), lambda: bench.imports(folder, "first.sqlite")),
        "limit": (fresh("limit.sqlite"), limit),
        "python": (fresh("python.sqlite"), lambda: bench.script("python_script.py", folder, bench.path("python.sqlite"))),
        "roadrecon": (fresh("road.sqlite"), lambda: bench.script("roadrecon_script.py", folder, bench.path("road.sqlite"))),
    })
    base, tenure = found["limit"], found["tenure"]
    section.add("`cat` of the same files", cat, base)
    section.add("the limit, C++", base, base,
                Goal("at most 16 times `cat`, else it is no limit", at_most(base, cat, 16)))
    section.add("tenure import", tenure, base, Goal("at most 1.5 of the limit", at_most(tenure, base, 1.5)))
    if bench.users <= 100_000:
        section.say("peak memory of tenure", Goal("below 350 MB", tenure.peak < 350))
    section.add("Python, orjson + executemany: all entities", found["python"], base,
                Goal("tenure is 1.8 times as fast", at_most(tenure, found["python"], 1 / 1.8)))
    section.add("roadrecon's store: users, groups, applications, members, owners", found["roadrecon"], base)
    # In a process of its own: a child's peak is never below its parent's size when it was made.
    equal = os.path.join(os.path.dirname(__file__), "equal.py")
    said = run([sys.executable, equal, bench.path("first.sqlite"), bench.path("limit.sqlite")]).out.strip()
    section.check(f"every row of every table of the limit's database and Tenure's: {said}", said == "the same")
    said = [facts(bench, name, form) for name, form in
            (("first.sqlite", "sqlite"), ("python.sqlite", "sqlite"), ("road.sqlite", "roadrecon"))]
    section.check(f"users, members and assignments of the Python script and Tenure ({said[0]})", said[0] == said[1])
    section.check(f"users and their memberships in roadrecon's store and the Python script's ({said[2]})",
                  said[2] == facts(bench, "python.sqlite", "plain"))
    bench.remove("limit.sqlite", "python.sqlite", "road.sqlite", "first.sqlite")
    return section


PARTS = ("users", "groups/*/members", "identityGovernance/entitlementManagement/assignments")


def subset(bench):
    """A folder with users, members and assignments alone: the same files, linked."""
    folder, source = bench.path(f"part-{bench.users}"), bench.tenant(bench.users)
    for part in PARTS:
        for name in files(source, part):
            target = os.path.join(folder, os.path.relpath(name, source))
            os.makedirs(os.path.dirname(target), exist_ok=True)
            if not os.path.exists(target):
                os.link(name, target)
    return folder


def parts(bench):
    section = Section(
        "parts", f"Users, members and assignments of {bench.users:,} users",
        "What those load who load only this. Ratios are of Tenure. sqlite-utils commits every hundred rows, as it does by "
        "itself; DuckDB uses all cores and has no unique keys here; only Tenure keeps a history.")
    folder = subset(bench)
    bench.warm(folder)
    here = os.path.join(os.path.dirname(__file__), "..", "others", "sqlite_cli.sql")

    def fresh(name):
        return lambda: bench.remove(name)

    found = bench.compare({
        "tenure": (fresh("part.sqlite"), lambda: bench.imports(folder, "part.sqlite")),
        "sqlite-utils": (fresh("utils.sqlite"),
                         lambda: bench.script("sqlite_utils_script.py", folder, bench.path("utils.sqlite"))),
        "sqlite3": (fresh("cli.sqlite"),
                    lambda: run(["sqlite3", bench.path("cli.sqlite"), f".read {os.path.abspath(here)}"], cwd=folder)),
        "DuckDB": (fresh("duck.duckdb"), lambda: bench.script("duckdb_script.py", folder, bench.path("duck.duckdb"))),
    })
    tenure = found["tenure"]
    section.add("tenure import", tenure, tenure)
    section.add("sqlite-utils, Python API", found["sqlite-utils"], tenure,
                Goal("tenure is 8 times as fast", at_most(tenure, found["sqlite-utils"], 1 / 8)))
    section.add("sqlite3 CLI, json_each(readfile())", found["sqlite3"], tenure)
    section.add("DuckDB, read_json", found["DuckDB"], tenure)
    said = facts(bench, "part.sqlite", "sqlite")
    for name, file, form in (("sqlite-utils", "utils.sqlite", "sqlite"), ("the sqlite3 CLI", "cli.sqlite", "sqlite"),
                             ("DuckDB", "duck.duckdb", "duckdb")):
        section.check(f"counts and sums of {name} and Tenure", facts(bench, file, form) == said)
    bench.remove("part.sqlite", "utils.sqlite", "cli.sqlite", "duck.duckdb")
    return section

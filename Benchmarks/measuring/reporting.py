"""`tenure report access`, beside the practical limit of resolving and a recursive query in the sqlite3 CLI."""

import os
import re
import shutil

from .bench import HERE, Measure, run
from .process import median
from .table import Goal, Section, at_most

MOMENT = "2026-06-30T23:59:59.9999999Z"
TICKS = "17828639999999999"  # the same, as the database has it
RESOLVED = ("personId resourceType resourceId roleId roleScope grant via pathCount assignmentId startsAt until untilKind "
            "untilSource status inEffect accessUntil accessUntilKind").split()
QUERIED = ("personId personName resourceType resourceId resourceName roleId roleScope grant via pathCount packageName "
           "policyName assignmentId requestId requestType requestedAt justification startsAt until untilKind untilSource "
           "status").split()


def checksum(bench, path, columns):
    return run([os.path.join(bench.limit, "checksum"), path, *columns]).out.strip()


def report(bench, database, out):
    command = [bench.tenure, "report", "access", "--db", database, "--as-of", "2026-06-30", "--generated-at",
               "2026-07-01T06:00:00Z", "--scope", "all", "--all", "--format", "csv", "--out", bench.path(out)]
    if "--timings" in run([bench.tenure, "report", "write", "--help"], allowed=(0, 2, 64)).out:
        command.append("--timings")
    # 3: done, and something that the report needs was not imported completely.
    return run(command, allowed=(0, 3))


def naive(bench, database):
    script = os.path.join(HERE, "naive", "access.sql")
    return run(["sqlite3", "-readonly", "-cmd", "PRAGMA temp_store = MEMORY", "-cmd", ".param init",
                "-cmd", f".param set :t {TICKS}", database, f".read {script}"], to=bench.path("naive.csv"))


def resolving(measure):
    """What the runs of a process say of the time that resolving alone took; None when they say nothing."""
    said = re.findall(r"^resolving ([0-9.]+) s(?:, ([0-9.]+) s CPU)?", measure.err, re.MULTILINE)
    return median([Measure(float(wall), float(cpu or wall), measure.peak) for wall, cpu in said]) if said else None


def access(bench):
    section = Section(
        "report", f"`report access --scope all --all --format csv`, {bench.users:,} users",
        "Resolving alone is what the processes themselves say, with the peak of the whole process; ratios are of the C++ "
        "program there, below of `tenure report`.")
    plain, dense = bench.database(bench.users), bench.database(bench.users, dense=True)
    nothing = lambda: None
    found = bench.compare({
        "tenure": (nothing, lambda: report(bench, plain, "out")),
        "dense": (nothing, lambda: report(bench, dense, "out-dense")),
        "limit": (nothing, lambda: run([os.path.join(bench.limit, "resolve"), plain, MOMENT])),
        "limit, dense": (nothing, lambda: run([os.path.join(bench.limit, "resolve"), dense, MOMENT])),
        "naive": (nothing, lambda: naive(bench, plain)),
    })
    tenure, base, own = found["tenure"], resolving(found["limit"]), resolving(found["tenure"])
    section.add("resolving alone, C++, in memory", base, base)
    if own:
        section.add("resolving alone, tenure", own, base, Goal("at most 3 times", at_most(own, base, 3)))
    else:
        section.say("resolving alone, tenure", Goal("at most 3 times", None))
    section.add("tenure report", tenure, tenure)
    section.add("a recursive query in the sqlite3 CLI", found["naive"], tenure,
                Goal("tenure is 3 times as fast", at_most(tenure, found["naive"], 1 / 3)))
    section.add("tenure report, densely nested groups", found["dense"], tenure,
                Goal("at most 1.5 times", at_most(found["dense"], tenure, 1.5)))
    for name, out in (("limit", "out"), ("limit, dense", "out-dense")):
        rows = found[name].out.strip()
        section.check(f"rows of {name} and Tenure's CSV in {len(RESOLVED)} columns: {rows}",
                      rows == checksum(bench, bench.path(f"{out}/access.csv"), RESOLVED))
    rows = checksum(bench, bench.path("naive.csv"), QUERIED)
    section.check(f"rows of the recursive query and Tenure's CSV in {len(QUERIED)} columns: {rows}",
                  rows == checksum(bench, bench.path("out/access.csv"), QUERIED))
    for out in ("out", "out-dense"):
        shutil.rmtree(bench.path(out))
    bench.remove("naive.csv")
    return section

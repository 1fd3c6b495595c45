"""How time and memory grow with the tenant."""

import os
import shutil

from .reporting import report
from .table import Goal, Section

MILLION = 1_000_000


def growing(bench):
    section = Section("growth", "How it grows", "Ratios are of the smallest tenant; time in proportion is ten at each step.")
    sizes = [bench.users // 10, bench.users] + ([MILLION] if bench.options.big else [])
    base = before = None
    for users in sizes:
        folder = bench.tenant(users)
        bench.warm(folder)
        measure = bench.compare({f"import of {users:,} users": (
            lambda: bench.remove("growing.sqlite"), lambda: bench.imports(folder, "growing.sqlite"))})
        measure = measure[f"import of {users:,} users"]
        base = base or measure
        goal = None
        if before:
            steps = users / before[0]
            words = f"at most 1.25 times {steps:.0f}"
            goal = Goal(words, measure.wall <= before[1].wall * steps * 1.25)
        section.add(f"import, {users:,} users", measure, base, goal)
        before = users, measure
        if users == MILLION:
            section.say("its peak memory", Goal("below 1 GB", measure.peak < 1000))
            os.replace(bench.path("growing.sqlite"), bench.path("million.sqlite"))
            done = report(bench, bench.path("million.sqlite"), "out-million")
            section.add(f"report access, {users:,} users", done, None, Goal("peak below 1 GB", done.peak < 1000))
            shutil.rmtree(bench.path("out-million"))
            bench.remove("million.sqlite")
    if not bench.options.big:
        section.say("1,000,000 users (`--big`)", Goal("peak below 1 GB, time in proportion", None))
    bench.remove("growing.sqlite")
    return section

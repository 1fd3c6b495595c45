"""Whole processes, measured from outside: wall time, CPU time of all threads, peak memory."""

import os
import statistics
import subprocess
import time
from dataclasses import dataclass


class Failed(Exception):
    pass


@dataclass
class Measure:
    wall: float
    cpu: float
    peak: float  # MB
    runs: int = 1
    out: str = ""
    err: str = ""


def run(command, cwd=None, to=None, allowed=(0,)):
    """Runs one process to its end. `to` is a file for what it prints."""
    out = open(to, "wb") if to else subprocess.PIPE
    start = time.perf_counter()
    with subprocess.Popen(command, cwd=cwd, stdout=out, stderr=subprocess.PIPE) as process:
        # Little is printed to stderr, and to stdout where it is no file: neither pipe fills.
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        printed = b"" if to else process.stdout.read()
        errors = process.stderr.read().decode(errors="replace")
    if to:
        out.close()
    if process.returncode not in allowed:
        raise Failed(f"{' '.join(command)}\nended with {process.returncode}: {errors[-2000:]}")
    return Measure(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, 1,
                   printed.decode(errors="replace"), errors)


def median(measures):
    def middle(name):
        return statistics.median(getattr(measure, name) for measure in measures)
    errors = "\n".join(measure.err for measure in measures)
    return Measure(middle("wall"), middle("cpu"), middle("peak"), len(measures), measures[-1].out, errors)


def compare(contestants, times):
    """Runs each contestant as often as is said, by turns, so that what else the machine does hits all alike.

    A contestant is (what prepares a run, what runs); the first is not measured. Returns the medians by name.
    """
    found = {name: [] for name in contestants}
    for _ in range(times):
        for name, (prepare, body) in contestants.items():
            prepare()
            found[name].append(body())
    return {name: median(measures) for name, measures in found.items()}

"""Pulls a generated tenant of any size through throttling, faults and cut connections, and holds the rows against those of
its files: `make torture-pull USERS=20000`."""

import argparse
import collections
import csv
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
MOMENT = "2026-07-01T22:00:00Z"
APPROVALS = "identityGovernance/entitlementManagement/accessPackageAssignmentApprovals"
SECRET = "s3cr3t~of.the-torture"


def arguments(words=None):
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--tenure", type=pathlib.Path, required=True, help="the program")
    parser.add_argument("--server", type=pathlib.Path, required=True, help="the Graph that runs here (graph-server)")
    parser.add_argument("--users", type=int, default=20000)
    parser.add_argument("--seed", type=int, default=1, help="of the tenant and of the faults")
    parser.add_argument("--fault-percent", type=int, default=10)
    parser.add_argument("--limit", type=int, help="resource units in ten seconds; default: as Graph has it")
    return parser.parse_args(words)


def graph_limit(users):
    """What Graph allows an application in ten seconds (GRAPH.md 1)."""
    return 3500 if users < 50 else 5000 if users <= 500 else 8000


def rows(tenure, folder, work, name):
    database, out = work / (name + ".sqlite"), work / name
    subprocess.run([tenure, "import", folder, "--observed-at", MOMENT, "--db", database], check=False,
                   stdout=subprocess.DEVNULL)
    subprocess.run([tenure, "report", "access", "--db", database, "--as-of", MOMENT, "--all", "--scope", "all",
                    "--format", "csv", "--out", out], check=False, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    with open(out / "access.csv", newline="", encoding="utf-8") as file:
        return list(csv.reader(file))


def pull(options, exports, work):
    """One pull against a server of its own: the seconds that it took, and the server's log."""
    limit = options.limit or graph_limit(options.users)
    log = work / "server.log"
    server = subprocess.Popen(
        [options.server, exports, "--secret", SECRET, "--log", log, "--directory-limit", str(limit), "--faults",
         str(options.seed), "--fault-percent", str(options.fault_percent)], stdout=subprocess.PIPE, text=True)
    try:
        root, _, tenant, _, client = server.stdout.readline().split()
        environment = {**os.environ, "AZURE_TENANT_ID": tenant, "AZURE_CLIENT_ID": client,
                       "AZURE_CLIENT_SECRET": SECRET, "AZURE_AUTHORITY_HOST": root}
        begun = time.monotonic()
        done = subprocess.run([options.tenure, "pull", "--to", work / "capture", "--no-import", "--graph", root],
                              env=environment, capture_output=True, text=True)
        taken = time.monotonic() - begun
    finally:
        server.kill()
        server.wait()
        server.stdout.close()
    if done.returncode:
        raise AssertionError(f"the pull ended with {done.returncode}:\n{done.stdout}{done.stderr}")
    return taken, [json.loads(line) for line in log.read_text().splitlines()]


def torture(options, say=print):
    with tempfile.TemporaryDirectory() as name:
        work = pathlib.Path(name)
        subprocess.run([sys.executable, ROOT / "Benchmarks/generate.py", "--users", str(options.users), "--seed",
                        str(options.seed), work / "exports"], check=True, stdout=subprocess.DEVNULL,
                       stderr=subprocess.DEVNULL)
        # No application may read them.
        shutil.rmtree(work / "exports" / APPROVALS)
        taken, log = pull(options, work / "exports", work)
        units = sum(entry["units"] for entry in log)
        faults = collections.Counter(entry["fault"] for entry in log if entry.get("fault"))
        least = units / (options.limit or graph_limit(options.users)) * 10
        say(f"{options.users} users: {len(log)} requests, {units} units, {taken:.0f} s, the throttle's own limit {least:.0f} s")
        say("faults: " + ", ".join(f"{count} {fault}" for fault, count in sorted(faults.items())))
        wanted = rows(options.tenure, work / "exports", work, "files")
        pulled = rows(options.tenure, work / "capture", work, "pulled")
        assert pulled == wanted, f"{len(pulled)} rows of the pull differ from {len(wanted)} of the files"
        say(f"{len(wanted) - 1} rows of access, the same both ways")


if __name__ == "__main__":
    torture(arguments())

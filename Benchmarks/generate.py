#!/usr/bin/env python3
"""Writes the exports of an invented Entra ID tenant, for measuring Tenure at any size.

The folder holds Microsoft Graph v1.0 collections in request-path layout (groups/<id>/members.json), in pages of
999 items, each but the last with a nextLink. The same --users and --seed give the same bytes. Memory stays flat:
every fact is computed from the seed when it is needed, none is kept. A user costs about 9 kB of disk.
"""

import argparse
import os
import shutil
import sys

from tenant import directory, evidence, governance
from tenant.tenant import Tenant

CONTENT = """what N users bring along:
  users                30 % guests, sign-in times, managers, sponsors; N/200 deleted users
  groups               N/20, nested six deep, some in a cycle, some their own member; one holds N/5 users
  memberships          about 8 N (fewer below 400 users), one or two owners a group
  service principals   N/500 with app roles, about N app role assignments, some of them to groups
  packages             N/200 in N/2000 catalogs, two policies each; groups, app roles, sites
  assignments          2 N: ends by date, duration, never, the policy's, nothing said, the year 9999;
                       in force, expired, failed, being delivered; some of deleted or invited people
  requests             2.1 N, a tenth of them approved in a stage
  reviews              two runs of N/1000 + N/5000 definitions, about N decisions
  directoryAudits      about N
  directory roles      30; assigned, scheduled and eligible: N/500 each

examples:
  generate.py --users 1000 --seed 1 /tmp/small
  generate.py --users 100000 --seed 1 /tmp/big          (0.9 GB in 32,000 files, about half a CPU minute)
"""


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, epilog=CONTENT, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--users", type=int, required=True, metavar="N", help="number of users")
    parser.add_argument("--seed", type=int, default=1, metavar="S", help="what the draws start from (default 1)")
    parser.add_argument("--dense", action="store_true",
                        help="five layers of four groups more, each holding all of the next, above the largest group")
    parser.add_argument("out", metavar="OUT", help="folder to write to; must be new or empty")
    options = parser.parse_args()
    if options.users < 20:
        parser.error("a tenant has at least 20 users")
    if os.path.isdir(options.out) and os.listdir(options.out):
        parser.error(f"{options.out} is not empty")
    os.makedirs(options.out, exist_ok=True)
    needed, free = options.users * 11_000, shutil.disk_usage(options.out).free
    if free < needed * 1.2:
        parser.error(f"{options.users} users need about {needed >> 20} MB, {options.out} has {free >> 20} MB free")
    tenant = Tenant(options.users, options.seed, dense=options.dense)
    for part in (directory, governance, evidence):
        part.write(tenant, options.out)
        print(f"{part.__name__} written", file=sys.stderr)


if __name__ == "__main__":
    main()

"""The tenants that are imported: the sample company, and a generated one of any size with a month of changes."""

import json
import shutil
import subprocess
import sys

JUNE, JULY = "2026-06-30T22:00:00Z", "2026-07-31T22:00:00Z"


def tenants(root, folder, users, seed):
    """Pairs of a name and its imports, each a folder and the moment it was observed."""
    sample = root / "Samples/contoso"
    yield "contoso", [(sample / "2026-06", JUNE), (sample / "2026-07", JULY)]
    june, july = folder / "june", folder / "july"
    subprocess.run(
        [sys.executable, root / "Benchmarks/generate.py", "--users", str(users), "--seed", str(seed), june],
        check=True, capture_output=True)
    shutil.copytree(june, july)
    for path in july.rglob("*.json"):
        change(path)
    yield f"{users} users", [(june, JUNE), (july, JULY)]


def change(path):
    """What a month does to a page: some are gone, some are called otherwise."""
    page = json.loads(path.read_text(encoding="utf-8"))
    items = page.get("value")
    if not isinstance(items, list) or "directoryAudits" in str(path) or "organization" in str(path):
        return
    page["value"] = [item for number, item in enumerate(items) if number % 37 != 5]
    for item in page["value"][::41]:
        if item.get("displayName"):
            item["displayName"] += " II"
    path.write_text(json.dumps(page), encoding="utf-8")

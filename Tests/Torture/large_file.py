"""One JSON file with one giant `value` array, plain, as gzip and in a zip, imports in bounded memory:
`make torture-file SIZE=2`."""

import argparse
import gzip
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import time
import zipfile

ALLOWED = 400
HEAD = b'{"@odata.context":"https://graph.microsoft.com/v1.0/$metadata#users","value":[\n'
TAIL = b"]}\n"


def arguments(words=None):
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--tenure", type=pathlib.Path, required=True, help="the program")
    parser.add_argument("--size", type=float, default=2, help="GB of JSON")
    parser.add_argument("--work", type=pathlib.Path, help="a folder with room; default: that of temporary files")
    return parser.parse_args(words)


def user(number):
    name = f"person.{number}@contoso.example"
    return (
        f'{{"id":"{number:08x}-0000-4000-8000-{number:012x}","displayName":"Person {number}","mail":"{name}",'
        f'"userPrincipalName":"{name}","userType":"Member","accountEnabled":true,"employeeId":"{number}",'
        f'"createdDateTime":"2024-01-02T03:04:05Z","department":"Department {number % 100}","jobTitle":null,'
        f'"signInActivity":{{"lastSignInDateTime":"2026-06-01T00:00:00Z"}},"aboutMe":"{"x" * 200}"}}'
    )


def write(path, size):
    """How many users the file holds."""
    number = 0
    with open(path, "wb") as file:
        file.write(HEAD)
        while file.tell() < size * (1 << 30):
            lines = "\n,".join(user(number + more) for more in range(5000))
            file.write(("," if number else "").encode() + lines.encode() + b"\n")
            number += 5000
        file.write(TAIL)
    return number


def variants(path):
    """The file as it is, as gzip and in a zip; one at a time on the disk."""
    yield path
    packed = path.with_suffix(".json.gz")
    with open(path, "rb") as source, gzip.open(packed, "wb", compresslevel=1) as target:
        shutil.copyfileobj(source, target, 1 << 20)
    yield packed
    packed.unlink()
    packed = path.with_suffix(".zip")
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        archive.write(path, "users.json")
    yield packed


def take(tenure, path, database):
    """What the import said, its seconds and the most memory it held, in MB."""
    begun = time.monotonic()
    with open(database.with_suffix(".txt"), "w+", encoding="utf-8") as said:
        process = subprocess.Popen([tenure, "import", path, "--db", database], stdout=said)
        _, status, usage = os.wait4(process.pid, 0)
        said.seek(0)
        text = said.read()
    database.unlink(missing_ok=True)
    assert os.waitstatus_to_exitcode(status) == 0, text
    return text, time.monotonic() - begun, usage.ru_maxrss // 1024


def torture(options, say=print):
    with tempfile.TemporaryDirectory(dir=options.work) as name:
        work = pathlib.Path(name)
        count = write(work / "users.json", options.size)
        for path in variants(work / "users.json"):
            text, seconds, peak = take(options.tenure, path, work / "a.sqlite")
            say(f"{path.suffix}: {count} users in {seconds:.0f} s, at most {peak} MB")
            assert f"user  {count}\n" in text and "what was read is complete" in text, text
            assert peak < ALLOWED, f"{peak} MB"


if __name__ == "__main__":
    sys.exit(torture(arguments()))

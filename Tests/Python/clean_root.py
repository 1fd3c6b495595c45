"""A root with nothing in it but the essential packages of this Debian and those that a package depends on.

It is copied from the packages that are installed here, with their entries in dpkg's list, so that dpkg holds what is
installed into it against its dependencies, without a network.
"""

import os
import pathlib
import re
import shutil
import subprocess
import unittest

# What dpkg and the package's own scripts call.
BASE = ["base-files", "base-passwd", "coreutils", "dash", "dpkg", "libc-bin", "passwd"]
MERGED = ["bin", "sbin", "lib", "lib32", "lib64", "libx32"]


def _installed():
    """By name: what each installed package needs, as lists of alternatives."""
    told = subprocess.run(
        ["dpkg-query", "-W", "-f", "${db:Status-Abbrev}\t${Package}\t${Provides}\t${Pre-Depends}, ${Depends}\n"],
        check=True, capture_output=True, text=True).stdout
    packages, provided = {}, {}
    for line in told.splitlines():
        status, name, provides, depends = line.split("\t")
        if not status.startswith("ii"):
            continue
        packages[name] = needs(depends)
        for alternatives in needs(provides):
            provided.setdefault(alternatives[0], name)
    return packages, provided


def needs(text):
    """`a (>= 1) | b, c:any` as [[a, b], [c]]."""
    parts = [part for part in text.split(",") if part.strip()]
    return [[re.match(r"[^\s:(]+", alternative.strip())[0] for alternative in part.split("|")] for part in parts]


def _closure(wanted):
    packages, provided = _installed()
    found, rest = set(), list(wanted)
    while rest:
        name = rest.pop()
        if name in found:
            continue
        found.add(name)
        for alternatives in packages[name]:
            there = [provided.get(one, one) for one in alternatives if provided.get(one, one) in packages]
            if not there:
                raise unittest.SkipTest(f"{name} is installed here without {alternatives[0]}")
            rest.append(there[0])
    return sorted(found)


class CleanRoot:
    """Made at a path that is not there yet; needs root."""

    def __init__(self, path, packages):
        self.path = pathlib.Path(path)
        if subprocess.run(["unshare", "--mount", "true"], capture_output=True).returncode != 0:
            raise unittest.SkipTest("no mount namespace can be made here")
        missing = [name for name in packages if name not in _installed()[0]]
        if missing:
            raise unittest.SkipTest(f"not installed here: {missing}")
        self.packages = _closure([*BASE, *packages])
        self._make()

    def _make(self):
        for name in ("usr", "dev", "proc", "tmp", "var/lib/dpkg/info", "var/lib/dpkg/updates"):
            (self.path / name).mkdir(parents=True)
        (self.path / "tmp").chmod(0o1777)
        for name in MERGED:
            if os.path.islink("/" + name):
                (self.path / "usr" / name).mkdir(exist_ok=True)
                (self.path / name).symlink_to(f"usr/{name}")
        listed = subprocess.run(["dpkg-query", "-L", *self.packages], check=True, capture_output=True, text=True).stdout
        for place in sorted(set(listed.splitlines())):
            if place.startswith("/"):
                self._copy(place)
        for kind in ("passwd", "group"):
            shutil.copy(f"/usr/share/base-passwd/{kind}.master", self.path / "etc" / kind)
        try:
            os.mknod(self.path / "dev/null", 0o20666, os.makedev(1, 3))
        except PermissionError:
            raise unittest.SkipTest("no device can be made here") from None
        (self.path / "dev/null").chmod(0o666)
        status = subprocess.run(["dpkg-query", "-s", *self.packages], check=True, capture_output=True, text=True).stdout
        (self.path / "var/lib/dpkg/status").write_text(status)
        for file in pathlib.Path("/var/lib/dpkg/info").glob("*.list"):
            if file.name.split(".list")[0].split(":")[0] in self.packages:
                shutil.copy(file, self.path / "var/lib/dpkg/info")
        subprocess.run(["ldconfig", "-r", self.path], check=True)

    def _copy(self, place):
        """A file with its mode; folders of other packages are not followed."""
        here = pathlib.Path(place)
        # /bin and the like are links into /usr.
        there = self.path / os.path.join(os.path.realpath(here.parent), here.name).lstrip("/")
        if here.is_symlink() or here.is_file():
            there.parent.mkdir(parents=True, exist_ok=True)
            if not there.is_symlink() and not there.exists():
                shutil.copy2(here, there, follow_symlinks=False)
        elif here.is_dir():
            there.mkdir(parents=True, exist_ok=True)

    def take(self, path):
        """Copies a file that no package has to its own place."""
        there = self.path / str(path).lstrip("/")
        there.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(path, there)

    def dpkg(self, *arguments):
        return subprocess.run(
            ["dpkg", f"--root={self.path}", "--force-confold", *map(str, arguments)],
            capture_output=True, text=True, timeout=120, env={"PATH": "/usr/sbin:/usr/bin:/sbin:/bin"})

    def run(self, *command, user="root"):
        """A command in there, with /proc and with nothing of this environment."""
        script = 'mount --rbind /proc "$1/proc" && shift && exec "$@"'
        return subprocess.run(
            ["unshare", "--mount", "--propagation", "private", "sh", "-c", script, "sh", self.path,
             "chroot", f"--userspec={user}:", self.path, *map(str, command)],
            capture_output=True, text=True, timeout=120, env={"PATH": "/usr/sbin:/usr/bin:/sbin:/bin"})

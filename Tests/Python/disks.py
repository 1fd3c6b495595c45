"""Disks that are small, and folders that nobody may write to, where the machine lets us have them."""

import contextlib
import os
import shutil
import subprocess
import tempfile
import unittest


def _mount(*arguments):
    if os.geteuid() != 0 or not shutil.which("mount"):
        raise unittest.SkipTest("needs root and mount")
    done = subprocess.run(["mount", *map(str, arguments)], capture_output=True, text=True)
    if done.returncode != 0:
        raise unittest.SkipTest(f"cannot mount here: {done.stderr.strip()}")


@contextlib.contextmanager
def small_disk(size):
    """A folder on a disk of its own of so many bytes."""
    folder = tempfile.mkdtemp(prefix="tenure-disk-")
    try:
        _mount("-t", "tmpfs", "-o", f"size={size},mode=0700", "tmpfs", folder)
        try:
            yield folder
        finally:
            subprocess.run(["umount", folder], check=True)
    finally:
        os.rmdir(folder)


@contextlib.contextmanager
def read_only(folder):
    """The same folder, where nothing can be written: root may ignore modes, but no mount."""
    place = tempfile.mkdtemp(prefix="tenure-read-only-")
    try:
        _mount("--bind", "-o", "ro", folder, place)
        try:
            yield place
        finally:
            subprocess.run(["umount", place], check=True)
    finally:
        os.rmdir(place)

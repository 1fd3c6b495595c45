"""The export of the first night, and how many objects each of its pages holds."""

import os
import shutil
import sys

from measuring.bench import HERE
from measuring.process import run

from .moves import dumps, loads, read, write


def generate(folder, users, seed):
    """Writes it wholly or not at all."""
    partial = folder + ".partial"
    shutil.rmtree(partial, ignore_errors=True)
    run([sys.executable, os.path.join(HERE, "generate.py"), "--users", str(users), "--seed", str(seed), partial])
    os.rename(partial, folder)


def counted(folder, known):
    """By the path of the page below `folder`; kept in the file `known`, so that a run that goes on draws the same."""
    if not os.path.exists(known):
        counts = {}
        for place, _, names in os.walk(folder):
            for path in (os.path.join(place, name) for name in names):
                counts[os.path.relpath(path, folder)] = len(loads(read(path))["value"])
        write(known, dumps(counts))
    return loads(read(known))

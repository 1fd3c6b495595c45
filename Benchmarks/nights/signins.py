"""The sign-ins of a day: two users in five have a new time of their last one."""

import os
import random
import re

from .changes import kind
from .moves import read, write

SHARE = 0.4
ACTIVITY = re.compile(rb'"signInActivity":\{"lastSignInDateTime":"[^"]*","lastSuccessfulSignInDateTime":(?:null|"[^"]*")')


def _moment(day, draws):
    second = draws.randrange(79_200)  # until 22:00, when the export is taken
    return b"%sT%02d:%02d:%02dZ" % (day, second // 3600, second // 60 % 60, second % 60)


def sign_in(root, counts, day, seed):
    """Gives that share of the users of every page another time of their last sign-in. Returns how many."""
    draws, day, done = random.Random(f"{seed} sign-ins"), day.encode(), 0
    for path in sorted(path for path in counts if kind(path) == "users"):
        place = os.path.join(root, path)
        text = read(place)
        found = list(ACTIVITY.finditer(text))
        chosen = sorted(draws.sample(range(len(found)), min(len(found), round(counts[path] * SHARE))))
        parts, end = [], 0
        for match in (found[number] for number in chosen):
            moment = _moment(day, draws)
            parts += (text[end:match.start()], b'"signInActivity":{"lastSignInDateTime":"', moment,
                      b'","lastSuccessfulSignInDateTime":"', moment, b'"')
            end = match.end()
        write(place, b"".join(parts) + text[end:])
        done += len(chosen)
    return done

"""Moments are texts as Graph writes them, such as 2026-07-24T09:12:41.527Z."""

from datetime import datetime, timedelta


def parse(moment):
    return datetime.fromisoformat(moment.replace("Z", "+00:00"))


def plus(moment, **amount):
    """The moment so many days, hours, minutes, seconds later, with as many digits as it had."""
    later = parse(moment) + timedelta(**amount)
    text = later.strftime("%Y-%m-%dT%H:%M:%S")
    if "." in moment:
        text += f".{later.microsecond // 1000:03d}"
    return text + "Z"

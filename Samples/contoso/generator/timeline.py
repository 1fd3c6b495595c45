"""What happened, each fact with the time in which it was true.

A snapshot is the timeline seen at one moment: stories say once what happened,
and what June and July show of it follows.
"""

from .moments import parse

ROOT = "https://graph.microsoft.com/v1.0/"
ALWAYS = "2000-01-01T00:00:00Z"
ABSENT = object()


class Over:
    """A value that changes: {moment: value}. Before the first moment it is absent."""

    def __init__(self, values):
        self.steps = []
        for moment, value in values.items():
            self.then(moment, value)

    def then(self, moment, value):
        """From that moment on it has this value."""
        self.steps = sorted(self.steps + [(parse(moment), value)], key=lambda step: step[0])

    def at(self, moment):
        values = [value for since, value in self.steps if since <= moment]
        return values[-1] if values else ABSENT


class _Collection:
    def __init__(self, fragment, since, until, newest_first):
        self.fragment, self.since, self.until = fragment, since, until
        self.newest_first = newest_first
        self.records = []


class Timeline:
    def __init__(self):
        self._collections = {}
        self._singles = {}
        self._gone = {}

    def collection(self, path, expand="", since=None, until=None, newest_first=None):
        """A collection under its request path; it is exported even when it is empty."""
        fragment = context(path) + expand
        self._collections[path] = _Collection(fragment, since, until, newest_first)

    def single(self, path, body):
        self._singles[path] = {"@odata.context": f"{ROOT}$metadata#{path}/$entity", **body}

    def put(self, path, body, since=None, until=None, about=()):
        """An item of a collection from one moment until another. It goes with what it is about."""
        self._collections[path].records.append((body, since, until, about))

    def end(self, object_id, moment):
        """The object leaves the directory, and every fact about it with it."""
        self._gone[object_id] = moment

    def seen_at(self, moment):
        """What an export at that moment holds: {request path: whole body}."""
        now = parse(moment)
        seen = {path: resolve(body, now) for path, body in self._singles.items()}
        for path, collection in self._collections.items():
            if not _within(collection.since, collection.until, now):
                continue
            items = [resolve(body, now) for body, since, until, about in collection.records
                     if _within(since, until, now) and not any(self._is_gone(a, now) for a in about)]
            if collection.newest_first:
                items.sort(key=lambda item: parse(item[collection.newest_first]), reverse=True)
            seen[path] = {"@odata.context": ROOT + "$metadata#" + collection.fragment, "value": items}
        return seen

    def _is_gone(self, object_id, now):
        return object_id in self._gone and parse(self._gone[object_id]) <= now


def _within(since, until, now):
    """`until` may also be a function that knows it only when a snapshot is taken."""
    until = until() if callable(until) else until
    return (since is None or parse(since) <= now) and (until is None or now < parse(until))


def resolve(value, now):
    """The value without its changes: as it was at that moment."""
    if isinstance(value, Over):
        value = value.at(now)
    if isinstance(value, dict):
        members = {name: resolve(member, now) for name, member in value.items()}
        return {name: member for name, member in members.items() if member is not ABSENT}
    if isinstance(value, list):
        return [item for item in (resolve(item, now) for item in value) if item is not ABSENT]
    return value


def context(path):
    """The fragment of @odata.context: ids of parents in brackets, directory objects by their kind."""
    parts = path.split("/")
    if parts[0] == "groups" and len(parts) == 3:
        return "directoryObjects"
    if parts[-1] in ("internalSponsors", "externalSponsors"):
        return "directoryObjects"
    if parts[0] == "directory":
        return "users"
    text = parts[0]
    for part in parts[1:]:
        text += f"('{part}')" if part.count("-") == 4 else "/" + part
    return text

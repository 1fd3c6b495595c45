"""Snapshots as files: one JSON file under the request path, several where a collection has pages."""

import json

from .timeline import ROOT

EXPANDED = "target,accessPackage,assignmentPolicy"
WIDTH = 180
PAGE_SIZES = {"identityGovernance/entitlementManagement/assignments": 25}


def render(snapshot):
    """{relative file name: text} of one snapshot."""
    files = {}
    for path, body in snapshot.items():
        size = PAGE_SIZES.get(path)
        if size and len(body["value"]) > size:
            for name, page in _pages(path, body, size):
                files[name] = _text(page) + "\n"
        else:
            files[path + ".json"] = _text(body) + "\n"
    return files


def _pages(path, body, size):
    items = body["value"]
    count = -(-len(items) // size)
    for index in range(count):
        page = {"@odata.context": body["@odata.context"]}
        if index + 1 < count:
            page["@odata.nextLink"] = f"{ROOT}{path}?$expand={EXPANDED}&$skiptoken=page{index + 2}"
        page["value"] = items[index * size:(index + 1) * size]
        yield f"{path}-{index + 1:04d}.json", page


def _text(value, indent=""):
    """JSON indented by one; what is short stands on one line."""
    short = json.dumps(value, ensure_ascii=False)
    if len(short) + len(indent) <= WIDTH or not isinstance(value, (dict, list)):
        return short
    deeper = indent + " "
    if isinstance(value, dict):
        lines = [f"{deeper}{json.dumps(name)}: {_text(member, deeper)}" for name, member in value.items()]
        return "{\n" + ",\n".join(lines) + f"\n{indent}}}"
    return "[\n" + ",\n".join(deeper + _text(item, deeper) for item in value) + f"\n{indent}]"


def write(folder, files):
    """Makes the folder hold these files and no other."""
    for name in differences(folder, files):
        path = folder / name
        if name in files:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(files[name], encoding="utf-8", newline="\n")
        else:
            path.unlink()
    for path in sorted(folder.rglob("*"), reverse=True):
        if path.is_dir() and not any(path.iterdir()):
            path.rmdir()


def differences(folder, files):
    """Names of files that are missing, differ or should not be there."""
    on_disk = {str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()}
    wrong = on_disk - set(files)
    for name, text in files.items():
        if name not in on_disk or (folder / name).read_bytes() != text.encode("utf-8"):
            wrong.add(name)
    return sorted(wrong)

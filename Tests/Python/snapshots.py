"""Each report on the sample company in each format, as text to be reviewed: Tests/Snapshots/<report>/.

    TENURE=.build/debug/tenure snapshots.py      (or make snapshots)

writes them anew. Read the difference before you commit it. CSV and JSON are kept whole; of a page what a reader sees;
of a workbook its cells with their types.
"""

import json
import pathlib
import re
import tempfile
from xml.etree import ElementTree

import openpyxl

from support import JULY, JUNE, ROOT, tenure

FOLDER = ROOT / "Tests/Snapshots"
MOMENTS = ("--as-of", "2026-07-31", "--generated-at", "2026-08-01T06:00:00Z")
# What is said to reports that ask; a report that asks and is not here fails the test.
SAID = {
    "person": ("person=Mira Castellan",),
    "resource": ("resource=App4Guest",),
    "packet": ("reviewer=Felix Baumann",),
}
BLOCKS = {"title", "p", "h1", "h2", "h3", "li", "dt", "dd", "tr", "summary", "label", "legend", "button", "caption",
          "desc", "text", "nav", "a"}


def names():
    return [line.split()[0] for line in tenure("report", "--list").stdout.splitlines()]


def written(database):
    """The snapshots by their path below `FOLDER`, as text."""
    found = {}
    with tempfile.TemporaryDirectory() as folder:
        for name in names():
            out = pathlib.Path(folder) / name
            settings = [part for setting in SAID.get(name, ()) for part in ("--set", setting)]
            tenure("report", name, "--db", database, *MOMENTS, *settings, "--out", out)
            for file in sorted(path for path in out.rglob("*") if path.is_file()):
                path, text = shown(file)
                found[f"{name}/{path.name}"] = text
    document = json.loads(found["access/access.json"])
    for moment in {snapshot["importedAt"] for snapshot in document["report"]["snapshots"]}:
        # It is another one each time: as data, on a page, in a workbook.
        for form in (moment, f"{moment[:10]} {moment[11:16]} UTC", f"{moment[:10]} {moment[11:19]}"):
            found = {name: text.replace(form, "IMPORTED") for name, text in found.items()}
    return found


def shown(file):
    if file.suffix == ".html":
        return file.with_suffix(".html.txt"), page_text(file)
    if file.suffix == ".xlsx":
        return file.with_suffix(".xlsx.txt"), workbook_text(file)
    return file, file.read_bytes().decode("utf-8")


def page_text(file):
    """What is read on the page: one line a block, the cells of a row that are shown at once joined by ` | `."""
    root = ElementTree.parse(file).getroot()
    lines = []
    walk(root, lines, set())
    return "\n".join(lines) + "\n"


def walk(element, lines, hidden):
    tag = element.tag.split("}")[-1]
    if tag in ("style", "script") or element.get("hidden"):
        return
    if tag == "section":
        hidden = {word.replace("h", "c", 1) for word in (element.get("class") or "").split() if re.fullmatch(r"h\d+", word)}
    if tag == "tr":
        cells = [" ".join(words(cell)) for cell in element if not hidden & set((cell.get("class") or "").split())]
        lines.append("tr: " + " | ".join(cells))
    elif tag in BLOCKS and not any(child.tag.split("}")[-1] in BLOCKS - {"a"} for child in element.iter() if child is not element):
        line = " ".join(words(element))
        if line:
            lines.append(f"{tag}: {line}")
    else:
        for child in element:
            walk(child, lines, hidden)


def words(element):
    """The texts in it, each piece that stands alone."""
    return " / ".join(text for piece in pieces(element) if (text := " ".join(piece.split()))).split()


def pieces(element):
    text = ""
    for node, tail in flow(element):
        if node == "small":
            yield text
            text = ""
        text += tail
    yield text


def flow(element):
    yield element.tag.split("}")[-1], element.text or ""
    for child in element:
        yield from flow(child)
        yield "", child.tail or ""


def workbook_text(file):
    """Each sheet with its frozen rows and filter, then its cells: texts as they are, other types with their name."""
    book = openpyxl.load_workbook(file)
    lines = []
    for sheet in book.worksheets:
        lines.append(f"== {sheet.title}: {sheet.dimensions}, frozen {sheet.freeze_panes}, filter {sheet.auto_filter.ref}")
        for row in sheet.iter_rows():
            lines.append(" | ".join(cell_text(cell) for cell in row).rstrip(" |"))
        for validation in sheet.data_validations.dataValidation:
            lines.append(f"choice in {validation.sqref}: {validation.formula1}")
    return "\n".join(lines) + "\n"


def cell_text(cell):
    if cell.value is None:
        return ""
    kind = {"s": "", "d": "date ", "n": "number ", "b": "truth ", "f": "FORMULA "}.get(cell.data_type, cell.data_type + " ")
    link = f" -> {cell.hyperlink.target or cell.hyperlink.location}" if cell.hyperlink else ""
    return kind + str(cell.value).replace("\r", "\\r").replace("\n", "\\n") + link


def main():
    with tempfile.TemporaryDirectory() as folder:
        database = pathlib.Path(folder) / "tenure.sqlite"
        for month, moment in (("2026-06", JUNE), ("2026-07", JULY)):
            tenure("import", ROOT / "Samples/contoso" / month, "--observed-at", moment, "--db", database)
        found = written(database)
    for old in FOLDER.rglob("*"):
        if old.is_file() and str(old.relative_to(FOLDER)) not in found:
            old.unlink()
    for name, text in found.items():
        path = FOLDER / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode("utf-8"))
    print(f"{len(found)} snapshots in {FOLDER.relative_to(ROOT)}; look at git diff before you commit them")


if __name__ == "__main__":
    main()

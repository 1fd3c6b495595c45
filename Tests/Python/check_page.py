"""Opens a report's page in headless Chromium and checks what only a browser can tell.

    check_page.py access.html [access.csv]

Nothing leaves the page, axe finds no violation of WCAG 2.2 AA in light and dark, wide and narrow, sorting,
filtering and the choice of columns work with keyboard and address, the export of the first table says what the CSV
says, what is filled in is kept and exported, and the page prints. Ends with 1 and a line for each fault.
"""

import argparse
import csv
import io
import pathlib
import sys
import tempfile

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
VIEWS = [(1280, 900, "light"), (1280, 900, "dark"), (390, 844, "light"), (390, 844, "dark")]
# Most checks are of the first table.
FIRST = "section.table >> nth=0 >> "
FAULTS = []


def expect(holds, what):
    if not holds:
        FAULTS.append(what)


def opened(browser, url, width=1280, height=900, scheme="light", scripts=True):
    context = browser.new_context(
        viewport={"width": width, "height": height}, color_scheme=scheme, java_script_enabled=scripts,
        accept_downloads=True)
    page = context.new_page()
    page.on("request", lambda request: expect(
        request.url.split("#")[0] == url.split("#")[0] or request.url.startswith("blob:"),
        f"a request to {request.url}"))
    page.on("pageerror", lambda error: expect(False, f"script: {error}"))
    page.on("console", lambda line: expect(line.type != "error", f"console: {line.text}"))
    page.on("dialog", lambda dialog: (expect(False, "a dialog opened"), dialog.dismiss()))
    page.goto(url)
    return page


def check_accessibility(page, view):
    for state in ["closed", "open"]:
        if state == "open":
            for button in page.locator(".by-column:visible, .chooser summary:visible").all():
                button.click()
        results = Axe().run(page, options={"runOnly": {"type": "tag", "values": RULES}})
        for violation in results.response["violations"]:
            targets = [node["target"] for node in violation["nodes"][:3]]
            expect(False, f"axe {view} {state}: {violation['id']} at {targets}")
    width = page.evaluate("document.documentElement.scrollWidth")
    expect(view[0] > 640 or width <= view[0], f"{view}: the page is {width} px wide")


def shown(page, column):
    """What a column says in the rows that fit: on paper all of them are in the table."""
    return page.evaluate(
        """name => {
          dispatchEvent(new Event("beforeprint"));
          const section = document.querySelector("section.table");
          const place = Array.from(section.querySelectorAll("thead th")).findIndex(
            th => th.dataset.name === name);
          return Array.from(section.querySelectorAll("tbody tr")).filter(row => !row.hidden)
            .map(row => row.cells[place].textContent);
        }""", column)


def export(page, button=".export"):
    with page.expect_download() as download:
        page.click(button)
    text = pathlib.Path(download.value.path()).read_bytes().decode("utf-8")
    expect(text.endswith("\r\n"), "the export does not end with a line")
    return text


def check_use(browser, url, expected):
    page = opened(browser, url)
    columns = page.eval_on_selector_all(FIRST + "thead tr:first-child th", "all => all.map(th => th.dataset.name)")
    first = page.eval_on_selector(
        FIRST + ".chooser input:checked", "box => box.dataset.name")
    total = len(shown(page, first))
    if expected is not None:
        check_export(list(csv.reader(io.StringIO(export(page), newline=""))), expected)

    page.focus(FIRST + f"th[data-name={first}] button")
    page.keyboard.press("Enter")
    ascending = shown(page, first)
    expect(page.get_attribute(FIRST + f"th[data-name={first}]", "aria-sort") == "ascending", "not marked as sorted")
    page.keyboard.press("Enter")
    filled = [text for text in ascending if text]
    expect([text for text in shown(page, first) if text][0] == filled[-1], "descending is not the reverse")
    page.keyboard.press("Enter")
    expect(page.get_attribute(FIRST + f"th[data-name={first}]", "aria-sort") is None, "the third press does not reset")

    if not page.locator(FIRST + ".search").is_visible():
        return
    word = ascending[len(ascending) // 2].split()[0]
    page.fill(FIRST + ".search", word)
    found = len(shown(page, first))
    expect(0 < found <= total, f"searching finds {found} of {total}")
    rows = list(csv.reader(io.StringIO(export(page), newline="")))
    expect(len(rows) == found + 1, f"the export has {len(rows) - 1} rows of {found}")
    expect(rows[0] == columns, "the export has other columns")
    for markup in ('data-v="', 'class="', "<td", "<time", "&amp;"):
        page.fill(FIRST + ".search", markup)
        expect(not shown(page, first), f"searching finds {markup} in the markup")
    page.fill(FIRST + ".search", word)

    page.click(FIRST + ".by-column")
    place = columns.index(first)
    page.locator(FIRST + ".filters input").nth(place).fill("!" + word)
    expect(all(word.lower() not in text.lower() for text in shown(page, first)), "a negated filter fails")
    page.locator(FIRST + ".filters input").nth(place).fill(word)
    # The driver hears of a changed address later than the page.
    again = opened(browser, page.evaluate("location.href"))
    expect(shown(again, first) == shown(page, first), "the address does not keep the view")

    page.click(FIRST + ".reset")
    expect(len(shown(page, first)) == total, "reset leaves rows out")
    page.click(FIRST + ".chooser summary")
    check_columns(page, columns)


def check_columns(page, columns):
    box = page.locator(FIRST + ".chooser input:not(:checked)").first
    if box.count() == 0:
        return
    name = box.get_attribute("data-name")
    head = page.locator(FIRST + f"thead th[data-name={name}]")
    expect(not head.is_visible(), f"{name} is shown before it is chosen")
    page.locator(FIRST + f".chooser input[data-name={name}]").check()
    expect(head.is_visible(), f"{name} is not shown when chosen")
    expect(name in page.evaluate("location.href"), "the choice of columns is not in the address")


def check_export(rows, expected):
    """Cell for cell what the command line wrote, but for characters that no page can hold."""
    expect(len(rows) == len(expected), f"the export has {len(rows)} lines, the CSV {len(expected)}")
    for number, (mine, theirs) in enumerate(zip(rows, expected)):
        for cell, other in zip(mine, theirs):
            if any(ord(letter) < 32 and letter not in "\t\n\r" for letter in other):
                continue
            expect(cell == other, f"line {number + 1}: {cell[:60]!r} is not {other[:60]!r}")


def check_entries(browser, url, expected):
    """Decides every row with the keyboard, gives a reason, signs; then looks at what is kept and exported."""
    page = opened(browser, url)
    buttons = page.locator(FIRST + "tbody td.entry input[type=radio]")
    if buttons.count() == 0:
        return
    rows = page.locator(FIRST + "tbody tr")
    choices = rows.first.locator("input[type=radio]").evaluate_all("all => all.map(one => one.value)")
    # Each row's decision by its letter; the keys go from row to row.
    decisions = [choices[number % len(choices)] for number in range(rows.count())]
    buttons.first.focus()
    for decision in decisions:
        page.keyboard.press(decision[0].lower())
    said = page.locator(FIRST + ".decided")
    total = len(decisions)
    expect(f"{total} of {total} decided" in said.inner_text(), f"it says {said.inner_text()!r}")
    reason = "=cmd|' /C calc'!A1, \"quoted\"\nand a line"
    page.locator(FIRST + "tbody tr >> nth=0 >> textarea").fill(reason)
    page.fill(".attested-by", "=Ann Lee")
    page.fill(".attested-on", "2026-08-01")

    for again in (page, reopened(page, url)):
        table = list(csv.reader(io.StringIO(export(again), newline="")))
        names = again.eval_on_selector_all(FIRST + "thead tr:first-child th", "all => all.map(th => th.dataset.name)")
        kinds = again.eval_on_selector_all(
            FIRST + "thead tr:first-child th", "all => all.map(th => th.dataset.entry ?? '')")
        choice, text = kinds.index("choice"), kinds.index("text")
        expect([row[choice] for row in table[1:]] == decisions, "the export has other decisions")
        expect(table[1][text] == "'" + reason, f"the export has the reason {table[1][text]!r}")
        expect(table[0] == names, "the export has other columns than the table")
        if expected:
            bare = [[cell for cell, kind in zip(row, kinds) if not kind] for row in table]
            check_export(bare, [[cell for cell, kind in zip(row, kinds) if not kind] for row in expected])
        signed = list(csv.reader(io.StringIO(export(again, ".export-signed"), newline="")))
        expect(signed[0] == names + ["attestedBy", "attestedOn", "attestation"], "other columns are signed")
        expect(all(row[-3:-1] == ["'=Ann Lee", "2026-08-01"] for row in signed[1:]), "name and date are missing")
        expect([row[:-3] for row in signed] == table, "what is signed is not what is exported")

    page.click(FIRST + ".by-column")
    page.locator(FIRST + ".filters input").nth(choice).fill("=" + choices[0])
    expect(len(shown(page, names[0])) == decisions.count(choices[0]), "what is decided cannot be filtered")
    page.context.close()


def reopened(page, url):
    page.goto("about:blank")
    page.goto(url)
    return page


def check_without_storage(browser, url):
    """A browser that keeps nothing, such as a private window: all works, and the page says so."""
    context = browser.new_context(accept_downloads=True)
    context.add_init_script(
        "Object.defineProperty(window, 'localStorage', { get() { throw new Error('not allowed'); } })")
    page = context.new_page()
    page.on("pageerror", lambda error: expect(False, f"script without storage: {error}"))
    page.goto(url)
    if page.locator(".kept").count() == 0:
        return
    page.locator(FIRST + "td.entry input[type=radio]").first.check()
    expect("1 of" in page.locator(FIRST + ".decided").inner_text(), "without storage nothing is decided")
    expect(page.locator(FIRST + ".kept").inner_text() == page.locator(FIRST + ".kept").get_attribute("data-not"),
           "it does not say that nothing is kept")


def check_without_scripts(browser, url):
    page = opened(browser, url, scripts=False)
    expect(not page.locator(".export").first.is_visible(), "without scripts there is a button that does nothing")
    page.locator(".chooser summary").first.click()
    box = page.locator(".chooser input:checked").first
    head = page.locator(f"thead th[data-name={box.get_attribute('data-name')}]").first
    box.uncheck()
    expect(not head.is_visible(), "without scripts columns cannot be chosen")


def check_print(browser, url):
    page = opened(browser, url)
    with tempfile.NamedTemporaryFile(suffix=".pdf") as file:
        page.pdf(path=file.name, prefer_css_page_size=True)
        expect(pathlib.Path(file.name).read_bytes().startswith(b"%PDF"), "it does not print")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("page", type=pathlib.Path)
    parser.add_argument("csv", type=pathlib.Path, nargs="?", help="the same report, to compare the export")
    options = parser.parse_args()
    url = options.page.resolve().as_uri()
    csv.field_size_limit(sys.maxsize)
    expected = None
    if options.csv:
        expected = list(csv.reader(io.StringIO(options.csv.read_bytes().decode("utf-8"), newline="")))
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        for view in VIEWS:
            check_accessibility(opened(browser, url, *view), view)
        check_use(browser, url, expected)
        check_entries(browser, url, expected)
        check_without_storage(browser, url)
        check_without_scripts(browser, url)
        check_print(browser, url)
        browser.close()
    for fault in FAULTS:
        print(fault, file=sys.stderr)
    sys.exit(1 if FAULTS else 0)


if __name__ == "__main__":
    main()

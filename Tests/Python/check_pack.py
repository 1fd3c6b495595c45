"""Opens every page of some folders in headless Chromium: axe finds nothing in light and dark, nothing leaves a page,
and where there is an index it leads to its reports and they lead back.

    check_pack.py FOLDER…

Ends with 1 and a line for each fault.
"""

import argparse
import pathlib
import sys

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

from check_page import FAULTS, RULES, VIEWS, expect, opened


def check(browser, file):
    # The four views of one page are check_page's; the many pages of a pack are seen wide and light, narrow and dark.
    for view in (VIEWS[0], VIEWS[-1]):
        page = opened(browser, file.resolve().as_uri(), *view)
        results = Axe().run(page, options={"runOnly": {"type": "tag", "values": RULES}})
        for violation in results.response["violations"]:
            targets = [node["target"] for node in violation["nodes"][:3]]
            expect(False, f"{file.name}: axe {view}: {violation['id']} at {targets}")
        width = page.evaluate("document.documentElement.scrollWidth")
        expect(width <= view[0], f"{file.name}: {view}: the page is {width} px wide")
        page.context.close()


def check_links(browser, folder):
    page = opened(browser, (folder / "index.html").resolve().as_uri())
    for link in page.eval_on_selector_all(".contents h2 a", "all => all.map(a => a.getAttribute('href'))"):
        other = opened(browser, (folder / link).resolve().as_uri())
        back = other.locator("nav a[href='index.html']")
        expect(back.count() == 1 and back.is_visible(), f"{link}: no way back to the index")
        other.context.close()


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folders", type=pathlib.Path, nargs="+")
    folders = parser.parse_args().folders
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        for folder in folders:
            for file in sorted(folder.rglob("*.html")):
                check(browser, file)
            if (folder / "index.html").exists():
                check_links(browser, folder)
        browser.close()
    for fault in FAULTS:
        print(fault, file=sys.stderr)
    sys.exit(1 if FAULTS else 0)


if __name__ == "__main__":
    main()

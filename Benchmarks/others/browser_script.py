"""Opens a page in headless Chromium and filters it; prints seconds and rows as JSON. Usage: browser_script.py PAGE.html

Opening ends when the page can be used and was painted; filtering when what was typed is shown. A search that comes at
once finds nothing prepared; the others begin a second later, as a person does who types.
"""

import json
import pathlib
import sys

from playwright.sync_api import sync_playwright

PAINTED = "new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now()))))"
FILTER = """async text => {
  const search = document.querySelector(".search"), begun = performance.now();
  search.value = text;
  search.dispatchEvent(new Event("input", {bubbles: true}));
  return (await %s) - begun;
}""" % PAINTED


def opened(browser, path):
    """The page, and the seconds since the browser began to open it."""
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.goto(pathlib.Path(path).resolve().as_uri(), wait_until="load")
    return page, page.evaluate(PAINTED) / 1000


def main(path):
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        hasty, _ = opened(browser, path)
        at_once = hasty.evaluate(FILTER, "project 61")
        hasty.close()
        page, seconds = opened(browser, path)
        page.wait_for_timeout(1000)
        filters = [page.evaluate(FILTER, text) for text in ("project 61", "", "Resource 976", "no such row", "")]
        count = page.locator(".count").first.inner_text()
        browser.close()
    print(json.dumps({"open": seconds, "at once": at_once / 1000, "filter": max(filters) / 1000, "count": count}))


main(*sys.argv[1:])

"""How long a browser takes over a page of many rows: to open it, to filter it, to sort it.

    page.py PAGE [--runs N]

Opens the page in headless Chromium, each run in a new browser, and prints the best of all runs. Filtering is measured
from the typed text to the next frame: once the page has had time to prepare itself, and at once after opening.
"""

import argparse
import json
import pathlib
import time

from playwright.sync_api import sync_playwright

FRAME = "new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))"
FILTER = """async text => {
  const field = document.querySelector(".search");
  const start = performance.now();
  field.value = text;
  field.dispatchEvent(new Event("input"));
  await new Promise(done => requestAnimationFrame(() => setTimeout(done)));
  return performance.now() - start;
}"""
SORT = """async () => {
  const start = performance.now();
  document.querySelector("thead th button").click();
  await new Promise(done => requestAnimationFrame(() => setTimeout(done)));
  return performance.now() - start;
}"""


def run(playwright, url, text):
    browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
    start = time.perf_counter()
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.goto(url, timeout=300_000)
    page.evaluate(FRAME)
    times = {"open": time.perf_counter() - start}
    times["first filter"] = page.evaluate(FILTER, text) / 1000
    # The page prepares itself when nothing else is to be done.
    page.evaluate("new Promise(done => requestIdleCallback(done))")
    times["filter"] = min(page.evaluate(FILTER, word) for word in (text[:3], text[:4], text + "#", text)) / 1000
    page.evaluate(FILTER, "")
    times["sort"] = page.evaluate(SORT) / 1000
    rows = page.inner_text(".count")
    browser.close()
    return times, rows


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("page", type=pathlib.Path)
    parser.add_argument("--text", default="keller", help="what is searched for")
    parser.add_argument("--runs", type=int, default=3)
    options = parser.parse_args()
    best = {}
    with sync_playwright() as playwright:
        for _ in range(options.runs):
            times, rows = run(playwright, options.page.resolve().as_uri(), options.text)
            best = {name: round(min(seconds, best.get(name, seconds)), 3) for name, seconds in times.items()}
    print(json.dumps({"page": options.page.name, "rows": rows, "seconds": best}))


if __name__ == "__main__":
    main()

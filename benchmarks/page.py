"""What the page costs: its making beside the check, its size, and how soon a reader can use it.

    .venv/bin/python benchmarks/page.py [--stories N] [--words N] [--runs N]

N stories of so many words on one event are made from the samples in seeds/. Shown are the seconds of the check and
of the page made from it, their ratio, the size of the file, and, where Chromium is installed, the time from opening it
until its tools answer. Medians; the browser is started once.
"""

from __future__ import annotations

import argparse
import shutil
import statistics
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from speed import ROOT, stories

from checker import Checker, Story
from checker.report import html

EVENT = "earthquake"
PARTS = sorted((ROOT / "seeds").glob("*/*.txt"))


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--stories", type=int, default=20)
    parser.add_argument("--words", type=int, default=2000)
    parser.add_argument("--runs", type=int, default=3)
    args = parser.parse_args()
    texts = list(long_stories(args.stories, args.words))
    checker = Checker()
    checker.check(texts[:1])
    start = time.perf_counter()
    report = checker.check(texts, same_event=True)
    checked = time.perf_counter() - start
    why = {rule.id: rule.why for rule in checker.ruleset.rules}
    html.render(report, why)
    spent = []
    for _ in range(args.runs):
        start = time.perf_counter()
        page = html.render(report, why)
        spent.append(time.perf_counter() - start)
    made = statistics.median(spent)
    print(f"stories: {len(texts)} of {statistics.mean(len(text.text.split()) for text in texts):.0f} words")
    print(f"check: {checked:.2f} s; page: {made:.3f} s; ratio: {made / checked:.3f}")
    findings = page.count('<li class="finding ')
    print(f"size: {len(page.encode()) / 1e6:.2f} MB; findings: {findings}")
    browser = shutil.which("chromium") or shutil.which("google-chrome")
    if browser:
        print(f"in the browser, until the tools answer: {opened(page, browser, args.runs):.3f} s")


def long_stories(number: int, words: int) -> Iterator[Story]:
    """Stories that begin with a sample on one event and go on with paragraphs of the others."""
    rest = [path.read_text(encoding="utf-8") for path in PARTS if path.parent.name != EVENT]
    paragraphs = [part for text in rest for part in text.split("\n\n") if part.strip()]
    for place, story in enumerate(stories(EVENT, number)):
        text, at = story.text, place
        while len(text.split()) < words:
            text += f"\n\n{paragraphs[at % len(paragraphs)]}"
            at += 3
        yield Story(story.name, text)


def opened(page: str, browser: str, runs: int) -> float:
    """Median seconds from opening the file until a filter has been used."""
    from playwright.sync_api import sync_playwright

    seconds = []
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "report.html"
        file.write_text(page, encoding="utf-8")
        chromium = playwright.chromium.launch(executable_path=browser, args=["--no-sandbox"])
        for _ in range(runs):
            tab = chromium.new_page()
            start = time.perf_counter()
            tab.goto(file.as_uri(), wait_until="domcontentloaded")
            tab.evaluate("document.querySelector('.next').click(); document.body.offsetHeight")
            seconds.append(time.perf_counter() - start)
            tab.close()
        chromium.close()
    return statistics.median(seconds)


if __name__ == "__main__":
    main()

"""Pictures of the demo report for docs/: desktop, phone, dark, paper.

    make demo && .venv/bin/python docs/screenshots.py [PAGE]

Needs Chromium. PAGE is out/defence-ministers.html unless named; the pictures go into docs/ beside this file.
"""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, sync_playwright

HERE = Path(__file__).resolve().parent
PAGE = HERE.parent / "out" / "defence-ministers.html"
DESKTOP, PHONE = {"width": 1280, "height": 900}, {"width": 390, "height": 844}
# A sheet of A4 at 96 dots an inch, less its margins.
SHEET = {"width": 688, "height": 1000}
SHOTS: dict[str, dict[str, Any]] = {
    "report": {"viewport": DESKTOP, "color_scheme": "light"},
    "report-dark": {"viewport": DESKTOP, "color_scheme": "dark"},
    "report-phone": {"viewport": PHONE, "color_scheme": "light"},
    "report-print": {"viewport": SHEET, "color_scheme": "light"},
}
# What else is looked at, and how far down the page it stands.
PARTS = {"report-table": "h3[id$='-facts']", "report-texts": "h3[id$='-texts']"}


def main() -> int:
    """Take them."""
    page = Path(sys.argv[1]).resolve() if len(sys.argv) > 1 else PAGE
    executable = os.environ.get("CHECKER_BROWSER") or shutil.which("chromium") or shutil.which("google-chrome")
    if not page.exists() or not executable:
        sys.stderr.write(f"{page}: not there; make demo writes it\n" if executable else "Chromium is not installed\n")
        return 2
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=["--no-sandbox"])
        for name, settings in SHOTS.items():
            _shoot(browser, page, name, settings, "")
        for name, part in PARTS.items():
            _shoot(browser, page, name, SHOTS["report"], part)
        browser.close()
    return 0


def _shoot(browser: Browser, page: Path, name: str, settings: dict[str, Any], part: str) -> None:
    tab = browser.new_page(**settings)
    tab.goto(page.as_uri())
    if name.endswith("print"):
        tab.emulate_media(media="print")
    if part:
        tab.locator(part).first.evaluate("node => node.scrollIntoView({ block: 'start' })")
    tab.screenshot(path=HERE / f"{name}.png")
    tab.close()
    sys.stdout.write(f"docs/{name}.png\n")


if __name__ == "__main__":
    sys.exit(main())

"""The page in a real browser: every control by mouse and by key, on paper, on a phone, without scripts."""

from __future__ import annotations

import dataclasses
import json
import os
import shutil
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any, Literal

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from checker import baseline
from checker.archive.store import Entry
from checker.model import Event, Report
from checker.report import html
from checker.report.wording import words
from tests.report.sample import HOSTILE, WHY, claim, row, sample

BROWSER = os.environ.get("CHECKER_BROWSER") or shutil.which("chromium") or shutil.which("google-chrome")
# A run that names its browser must have it; anyone else may have none.
pytestmark = pytest.mark.skipif(not BROWSER, reason="needs Chromium: apt-get install chromium")

FINDINGS = 8
Open = Callable[..., Page]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=BROWSER, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("page") / "report.html"
    path.write_text(html.render(sample(), WHY), encoding="utf-8")
    return path


@pytest.fixture
def opened(browser: Browser, file: Path) -> Iterator[Open]:
    """Opens the page; what the browser complains of fails the test."""
    complaints: list[str] = []
    pages: list[Page] = []

    def of(*, anchor: str = "", width: int = 1280, **settings: Any) -> Page:
        page = browser.new_page(viewport={"width": width, "height": 800}, **settings)
        page.on("console", lambda message: complaints.append(message.text))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("request", lambda request: complaints.extend([request.url] * _is_foreign(request.url)))
        page.on("dialog", lambda dialog: complaints.append(dialog.message))
        page.goto(f"{file.as_uri()}{anchor}")
        pages.append(page)
        return page

    yield of
    for page in pages:
        page.close()
    assert complaints == []


def _is_foreign(address: str) -> bool:
    return not address.startswith(("file:", "blob:"))


def shown(page: Page) -> int:
    return page.locator(".finding:visible").count()


def test_the_first_screen_answers(opened: Open) -> None:
    page = opened()
    assert page.locator(".answers li").first.bounding_box()["y"] < 400  # type: ignore[index]
    page.locator(".answers a").first.click()
    page.locator(".finding[aria-current]").wait_for()


@pytest.mark.parametrize(
    ("control", "value", "left"),
    [("field", "person", 3), ("verdict", "missing", 1), ("story", "e1-s1", None), ("field", "", FINDINGS)],
)
def test_filters_choose(opened: Open, control: str, value: str, left: int | None) -> None:
    page = opened()
    page.locator(f"select[name={control}]").select_option(value)
    expected = left if left is not None else page.locator("#e1 .finding[data-stories~='1']").count()
    assert shown(page) == expected
    assert page.locator(".shown").inner_text().startswith(f"{expected} of {FINDINGS} findings shown")
    page.locator(f"select[name={control}]").select_option("")
    assert shown(page) == FINDINGS


def test_search_finds_words_of_a_story(opened: Open) -> None:
    page = opened()
    page.keyboard.press("/")
    page.keyboard.type("lindquist")
    assert 0 < shown(page) < FINDINGS
    # What is typed there is a search, no command.
    page.keyboard.type("n")
    assert page.locator("[aria-current]").count() == 0
    assert shown(page) == 0
    assert page.locator(".step .at").inner_text() == "– of 0"


def test_step_by_key_and_by_mouse(opened: Open) -> None:
    page = opened()
    page.keyboard.press("n")
    first = page.locator(".finding[aria-current]").get_attribute("id")
    page.locator(".next").click()
    assert page.locator(".finding[aria-current]").get_attribute("id") != first
    assert page.locator(".step .at").inner_text() == f"2 of {FINDINGS}"
    page.keyboard.press("p")
    page.keyboard.press("p")
    assert page.locator(".finding[aria-current]").get_attribute("id") == first
    assert page.url.endswith(f"#{first}")


def test_keys_can_be_switched_off(opened: Open) -> None:
    page = opened()
    page.locator("input[name=keys]").uncheck()
    page.keyboard.press("n")
    assert page.locator("[aria-current]").count() == 0


def test_a_link_to_a_finding_opens_it(opened: Open) -> None:
    page = opened(anchor="#e1-r2")
    assert page.locator("#e1-r2[aria-current]").is_visible()
    assert page.locator(".step .at").inner_text().startswith("2 of")


def test_a_link_into_a_fold_opens_the_fold(opened: Open) -> None:
    page = opened()
    row = page.locator(".fold tr[data-fingerprint]").first.get_attribute("id")
    page.evaluate("id => { location.hash = id; }", row)
    page.locator(f"#{row}").wait_for(state="visible")


def test_words_lead_to_their_finding_and_back(opened: Open) -> None:
    page = opened()
    mark = page.locator(".texts a.m.error:visible").first
    target = mark.get_attribute("href")
    mark.click()
    page.locator(f"{target}[aria-current]").wait_for()
    page.locator(f"{target} .phrase > a").first.click()
    page.locator(".texts [aria-current]").wait_for()


def test_a_row_unfolds_to_its_sentences(opened: Open) -> None:
    page = opened()
    button = page.locator("#e1-r1-t .unfold")
    assert button.get_attribute("aria-expanded") == "false"
    button.focus()
    page.keyboard.press("Enter")
    said = page.locator("#e1-r1-t + tr.said")
    assert "agency-1: Mayor Thomas Brandl said that nobody was hurt and that 21 chimneys fell.\n" in said.inner_text()
    assert "tremor" not in said.inner_text()
    button.click()
    assert said.count() == 0


def test_handled_findings_are_kept_and_exported(opened: Open, tmp_path: Path) -> None:
    page = opened()
    page.keyboard.press("n")
    page.keyboard.press("h")
    page.locator(".finding .handled").nth(2).check()
    assert page.locator(".shown").inner_text().endswith("2 handled")
    with page.expect_download() as waiting:
        page.locator("button[name=export]").click()
    waiting.value.save_as(tmp_path / "baseline.json")
    entries = json.loads((tmp_path / "baseline.json").read_text(encoding="utf-8"))["findings"]
    kept = baseline.read(tmp_path / "baseline.json")
    known = [row for event in baseline.applied(sample(), kept).events for row in event.comparisons if row.known]
    assert len(known) == 2
    prints = [page.locator(".finding").nth(at).get_attribute("data-fingerprint") for at in (0, 2)]
    assert [entry["fingerprint"] for entry in entries] == prints
    assert all(entry["rule"] and entry["field"] and len(entry["values"]) >= 1 for entry in entries)
    page.locator("input[name=open]").check()
    assert shown(page) == FINDINGS - 2
    page.reload()
    assert page.locator(".finding.done").count() == 2
    page.locator(".finding .handled").nth(0).uncheck()
    page.locator(".finding .handled").nth(2).uncheck()


def test_a_finding_is_copied_as_a_note(browser: Browser, file: Path) -> None:
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(file.as_uri())
    page.locator(".copy").first.click()
    page.get_by_text("Copied").wait_for()
    note = page.evaluate("navigator.clipboard.readText()")
    context.close()
    assert note.startswith("Person: agency-1, ")
    assert "agency-2, agency-6: “Tomas Brandl”" in note


@pytest.mark.parametrize("width", [320, 390, 768, 1280])
def test_nothing_scrolls_sideways(opened: Open, width: int) -> None:
    page = opened(width=width)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.evaluate("document.querySelectorAll('details').forEach(fold => { fold.open = true; })")
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_without_scripts_everything_is_there_and_no_control_is_dead(browser: Browser, file: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(file.as_uri())
    assert shown(page) == FINDINGS
    assert page.locator(".scripted:visible").count() == 0
    page.locator(".fold > summary").first.click()
    assert page.locator(".fold table").first.is_visible()
    context.close()


def test_on_paper_everything_is_unfolded(opened: Open, tmp_path: Path) -> None:
    page = opened()
    page.pdf(path=tmp_path / "report.pdf")
    assert (tmp_path / "report.pdf").stat().st_size > 20_000
    page.emulate_media(media="print")
    assert page.locator(".tools:visible, .step:visible, .copy:visible").count() == 0
    assert page.locator(".finding .handled:visible").count() == FINDINGS


def test_a_story_that_means_harm_does_none(browser: Browser, tmp_path: Path) -> None:
    harm = (
        "</title></style></script><script>window.harm = 1</script><img src=x onerror='window.harm = 2'>"
        "<svg/onload=window.harm=3><a href='javascript:window.harm=4'>Port</a> {{7*7}} ${7*7} \u202etxt.exe\u202c \0"
    )
    text = f"{harm}\n\n{'x' * 100_000}\n\nThe port lost four cranes.\n"
    stories = tuple(dataclasses.replace(HOSTILE, name=name, text=text, title=harm) for name in ("a" + harm, "b" + harm))
    finding = row("conflict", "error", "x", harm, *([claim(story, "item", "four cranes")] for story in stories))
    finding = dataclasses.replace(finding, fingerprint=harm, evidence=harm)
    event = Event("e", tuple(story.name for story in stories), (finding,))
    path = tmp_path / "harm.html"
    path.write_text(html.render(Report("cross-source", harm, stories, (event,)), {}), encoding="utf-8")
    page = browser.new_page(viewport={"width": 320, "height": 640})
    page.goto(path.as_uri())
    page.keyboard.press("n")
    page.locator(".unfold").first.click()
    assert page.evaluate("window.harm") is None
    assert page.locator("img, iframe, a[href^=javascript]").count() == 0
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    assert "{{7*7}} ${7*7} ‹U+202E›txt.exe‹U+202C› ‹U+0000›" in page.locator("body").inner_text()
    page.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
def test_nobody_is_shut_out(opened: Open, scheme: str, width: int) -> None:
    page = opened(width=width, color_scheme=scheme, bypass_csp=True)
    page.evaluate("document.querySelectorAll('details').forEach(fold => { fold.open = true; })")
    assert barriers(page) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nobody_is_shut_out_of_the_index(browser: Browser, tmp_path: Path, scheme: Literal["light", "dark"]) -> None:
    entries = [
        Entry("a", date(2026, 5, 4), date(2026, 5, 5), 4, 3, "Ferry sinks off Port Marrow"),
        Entry("b", None, None, 2, 1, "港の火災"),
    ]
    tables = [(*words()["archive"]["differing"], entries), (*words()["archive"]["agreeing"], [])]
    doubts = {"a": [("b", "港の火災")]}
    page = browser.new_page(viewport={"width": 320, "height": 640}, color_scheme=scheme, bypass_csp=True)
    filled = html.fill(
        "archive.html.j2", "archive.css", headline="4 differences", tables=tables, doubts=doubts, pages={"a", "b"}
    )
    (tmp_path / "index.html").write_text(filled, encoding="utf-8")
    page.goto((tmp_path / "index.html").as_uri())
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    assert barriers(page) == []
    page.close()


def barriers(page: Page) -> list[tuple[str, list[str]]]:
    """What axe-core finds, with the first elements."""
    from axe_playwright_python.sync_playwright import Axe

    options = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
    found = Axe().run(page, options=options).response["violations"]
    return [(one["id"], [node["html"][:200] for node in one["nodes"]][:3]) for one in found]

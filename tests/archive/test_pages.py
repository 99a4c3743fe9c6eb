"""The archive as pages."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from click.testing import CliRunner

from checker import Checker, Story
from checker.archive.store import open_store
from checker.cli import main
from checker.report.html import render
from tests.archive.conftest import Run, story

INDEX = Path("pages/index.html")


class Well(HTMLParser):
    """Collects links and text; every tag must be closed by its own."""

    def __init__(self) -> None:
        super().__init__()
        self.links: list[str] = []
        self.text = ""
        self._open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in ("meta", "link"):
            self._open.append(tag)
        self.links += [value or "" for name, value in attrs if name in ("href", "src")]

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self._open[-1:] != ["style"]:
            self.text += data


def index() -> Well:
    read = Well()
    read.feed(INDEX.read_text(encoding="utf-8"))
    return read


def test_an_index_and_a_page_for_each_event_that_differs(run: Run) -> None:
    run("add", "wire")
    result = run("report", "--html", "pages")
    assert (result.exit_code, result.stderr) == (0, "")
    (page,) = Path("pages").glob("event-*.html")
    assert index().links == ["#main", page.name]
    assert "Marrow ferry sinks" in index().text
    assert "Lindholm council sacks" in index().text
    assert "Tarvik" not in index().text


def test_a_page_is_that_of_a_check(run: Run, checker: Checker) -> None:
    run("add", "wire")
    run("report", "--html", "pages")
    (page,) = Path("pages").glob("event-*.html")
    stories = [
        Story(name=f"{outlet.lower()}.txt", text=story("Marrow", outlet, "May 4, 2026", n))
        for outlet, n in (("Coast", 12), ("Post", 31))
    ]
    why = {rule.id: rule.why for rule in checker.ruleset.rules}
    assert page.read_text(encoding="utf-8") == render(checker.check(stories, same_event=True), why)


@pytest.mark.parametrize(("since", "shown"), [("2026-05-04", 2), ("2026-05-05", 1), ("2026-05-06", 0)])
def test_events_that_were_over_before_are_left_out(run: Run, since: str, shown: int) -> None:
    run("add", "wire")
    assert len(run("events", "--since", since).stdout.splitlines()) == shown
    run("report", "--since", since, "--html", "pages")
    assert len(re.findall("Marrow ferry|Lindholm council", index().text)) == shown
    assert since in index().text


def test_events_that_may_be_one_are_told(run: Run) -> None:
    run("add", "wire")
    with open_store(Path("news.duckdb"), write=True) as store:
        one, other = sorted(entry.id for entry in store.entries())
        store.doubt([one, other], [], [(one, other, 0.4)])
    run("report", "--html", "pages")
    assert index().text.count("May be the same event as") == 2
    assert index().text.count("Marrow ferry sinks") == index().text.count("Lindholm council sacks") == 2


def test_copies_of_one_text_are_one_source(run: Run) -> None:
    Path("wire/4/again.txt").write_text(Path("wire/4/coast.txt").read_text(encoding="utf-8"), encoding="utf-8")
    run("add", "wire")
    run("report", "--html", "pages")
    (page,) = Path("pages").glob("event-*.html")
    assert "One text, counted as one source: again.txt and coast.txt." in page.read_text(encoding="utf-8")


def test_what_a_story_says_is_never_markup(run: Run) -> None:
    for path in Path("wire/4").glob("*.txt"):
        text = path.read_text(encoding="utf-8")
        path.write_text(text.replace("Marrow ferry sinks", "<script>alert(1)</script> & sinks"), encoding="utf-8")
    run("add", "wire")
    run("report", "--html", "pages")
    assert "<script" not in INDEX.read_text(encoding="utf-8")
    assert "<script>alert(1)</script> & sinks" in index().text


def test_the_index_needs_no_network_and_has_no_script(run: Run) -> None:
    run("add", "wire")
    run("report", "--html", "pages")
    content = INDEX.read_text(encoding="utf-8")
    assert "default-src 'none'" in content
    assert "script-src" not in content
    assert not re.search(r"https?:", content)
    assert "prefers-color-scheme: dark" in content


def test_an_empty_archive_has_an_index(run: Run) -> None:
    run("add", "wire/4/echo.txt")
    run("report", "--html", "pages")
    assert [path.name for path in Path("pages").iterdir()] == ["index.html"]
    assert "No differences found." in index().text


def test_other_files_in_the_folder_stay(run: Run) -> None:
    run("add", "wire")
    Path("pages").mkdir()
    Path("pages/notes.txt").write_text("ours", encoding="utf-8")
    run("report", "--html", "pages")
    assert Path("pages/notes.txt").read_text(encoding="utf-8") == "ours"


@pytest.mark.parametrize("place", ["nowhere/pages", "wire/4/coast.txt"])
def test_a_folder_that_cannot_be_made_is_named(run: Run, place: str) -> None:
    run("add", "wire")
    result = run("report", "--html", place)
    assert result.exit_code == 2
    (line,) = result.stderr.splitlines()
    assert place in line


@pytest.mark.parametrize("day", ["yesterday", "2026-13-01", "20260101T"])
def test_a_day_that_is_none_is_named(run: Run, day: str) -> None:
    result = run("events", "--since", day)
    assert result.exit_code == 2
    assert f"{day}: must be a date" in result.stderr


def test_no_command_shows_the_help() -> None:
    result = CliRunner().invoke(main, ["archive"])
    assert result.exit_code == 2
    assert "status" in result.stdout

"""Stories join events, whatever comes in, in whatever pieces."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from checker import Checker
from checker.archive.add import add
from checker.archive.store import Store, open_store
from checker.executors import Here
from checker.pipeline import compare_event
from tests.archive.conftest import Run, dump, story

DB = Path("news.duckdb")


class Counting:
    """Does the work here, and counts the stories of each event that is compared."""

    def __init__(self, checker: Checker) -> None:
        self.compared: list[list[str]] = []
        self._here = Here(checker)

    def map(self, work: Any, items: Iterable[Any]) -> Iterator[Any]:
        for item in items:
            if work is compare_event:
                self.compared.append([story.name for story in item[0]])
            yield from self._here.map(work, [item])


def put(checker: Checker, *paths: str) -> list[list[str]]:
    """Adds stories; the events that were compared."""
    executor = Counting(checker)
    with open_store(DB, write=True) as store:
        _, errors = add(store, paths, checker, executor, lambda items, _, __: items)
    assert errors == []
    return sorted(executor.compared)


def events() -> list[tuple[list[str], int | None]]:
    """The names of the stories of each event of several, and the findings in it."""
    with open_store(DB) as store:
        return sorted(([kept.name for _, kept in store.stories(e.id)], e.findings) for e in store.entries())


MARROW = ["wire/4/coast.txt", "wire/4/post.txt"]
LINDHOLM = ["wire/5/coast.txt", "wire/5/post.txt"]


def test_stories_of_one_event_come_together(run: Run) -> None:
    result = run("add", "wire")
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.startswith("5 new; the archive has 5 stories, 2 events")
    assert [names for names, _ in events()] == [MARROW, LINDHOLM]
    (_, differing), (_, agreeing) = events()
    assert differing
    assert agreeing == 0


def test_adding_twice_changes_nothing(run: Run) -> None:
    run("add", "wire")
    before = dump(DB)
    assert run("add", "wire").stdout.startswith("0 new;")
    assert run("add", "wire/4", "wire/5/*.txt", "./wire/5/../4/echo.txt").stdout.startswith("0 new;")
    assert dump(DB) == before


@pytest.mark.usefixtures("run")
def test_only_what_is_touched_is_compared(checker: Checker) -> None:
    assert put(checker, "wire/4") == [["coast.txt", "post.txt"]]
    assert put(checker, "wire/4") == []
    assert put(checker, "wire/5/coast.txt") == []
    assert put(checker, "wire") == [["coast.txt", "post.txt"]]
    Path("wire/5/late.txt").write_text(story("Marrow", "Late", "May 5, 2026", 31), encoding="utf-8")
    assert put(checker, "wire") == [["coast.txt", "late.txt", "post.txt"]]


def test_in_one_run_or_in_several_the_same_events(run: Run) -> None:
    run("add", "wire")
    for folder in ("wire/4", "wire/5"):
        run("add", folder, db="other.duckdb")
    assert dump(Path("other.duckdb"))["events"] == dump(DB)["events"]


def test_the_order_of_paths_does_not_matter(run: Run) -> None:
    run("add", "wire")
    run("add", "wire/5/post.txt", "wire/4", "wire/5/coast.txt", db="other.duckdb")
    assert dump(Path("other.duckdb")) == dump(DB)


@pytest.mark.usefixtures("run")
def test_an_event_keeps_its_name_when_it_grows(checker: Checker) -> None:
    put(checker, "wire")
    with open_store(DB) as store:
        before = {entry.id: entry.first for entry in store.entries()}
    Path("wire/early.txt").write_text(story("Lindholm", "Early", "May 3, 2026", 7), encoding="utf-8")
    put(checker, "wire")
    with open_store(DB) as store:
        after = {entry.id: entry.first for entry in store.entries()}
    assert after.keys() == before.keys()
    assert sorted(filter(None, after.values())) == [date(2026, 5, 3), date(2026, 5, 4)]


@pytest.mark.usefixtures("run")
def test_one_name_with_other_content_is_another_story(checker: Checker) -> None:
    put(checker, "wire/4")
    Path("wire/4/coast.txt").write_text(story("Marrow", "Coast", "May 5, 2026", 33), encoding="utf-8")
    ((one, other, _),) = put(checker, "wire/4")
    assert one != other
    assert one.startswith("coast.txt (")
    assert other.startswith("coast.txt (")


def test_a_story_that_cannot_be_read_is_named_and_left_out(run: Run) -> None:
    Path("wire/4/bad.txt").write_bytes(bytes(range(256)))
    Path("wire/5/empty.txt").touch()
    result = run("add", "wire", "nowhere.txt")
    assert result.exit_code == 2
    said = result.stderr.splitlines()
    assert [line.split(": ")[:3] for line in said] == [
        ["checker", "left out", path] for path in ("wire/4/bad.txt", "wire/5/empty.txt", "nowhere.txt")
    ]
    assert result.stdout.startswith("5 new;")


def test_nothing_to_read_at_all(run: Run) -> None:
    result = run("add", "nowhere.txt")
    assert result.exit_code == 2
    assert "nowhere.txt" in result.stderr
    assert "0 stories" in result.stdout


@pytest.mark.usefixtures("run")
def test_stories_months_apart_are_two_events(checker: Checker) -> None:
    Path("wire/4/again.txt").write_text(story("Marrow", "Coast", "Nov. 9, 2026", 12), encoding="utf-8")
    put(checker, "wire")
    assert MARROW in [names for names, _ in events()]


@pytest.mark.parametrize("day", ["May 4", "May 6", "LATE"])
@pytest.mark.usefixtures("run")
def test_a_story_without_a_year_joins_those_of_its_days(checker: Checker, day: str) -> None:
    Path("wire/late.txt").write_text(story("Marrow", "Late", day, 12), encoding="utf-8")
    put(checker, "wire")
    assert [*MARROW, "wire/late.txt"] in [names for names, _ in events()]


@pytest.mark.usefixtures("run")
def test_an_archive_without_dates(checker: Checker) -> None:
    for path in sorted(Path("wire").glob("*/*.txt")):
        text = path.read_text(encoding="utf-8")
        path.write_text(text.replace("May 4, 2026 ", "").replace("May 5, 2026 ", ""), encoding="utf-8")
    put(checker, "wire/4", "wire/5/coast.txt")
    put(checker, "wire/5/post.txt")
    assert [names for names, _ in events()] == [MARROW, LINDHOLM]
    Path("wire/late.txt").write_text(story("Lindholm", "Late", "May 6, 2026", 7), encoding="utf-8")
    put(checker, "wire")
    with open_store(DB) as store:
        assert {(e.first, e.last, e.stories) for e in store.entries()} == {
            (date(2026, 5, 6), date(2026, 5, 6), stories) for stories in (2, 3)
        }


def test_unfinished_work_is_told_and_done_by_the_next_run(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(Store, "due", lambda _: [])
        run("add", "wire")
    assert "2 events to be compared" in run("status").stdout
    assert "     -  " in run("events").stdout
    run("add", "wire/4/echo.txt")
    assert "unfinished" not in run("status").stdout


def test_what_is_stored_is_the_json_of_a_check(run: Run) -> None:
    run("add", "wire")
    reports = [json.loads(row[-1]) for row in dump(DB)["events"] if row[-1]]
    assert [report["version"] for report in reports] == [1, 1]
    assert {story["name"] for report in reports for story in report["stories"]} == {"coast.txt", "post.txt"}

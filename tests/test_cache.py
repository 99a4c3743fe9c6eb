"""Results that are kept."""

from __future__ import annotations

import dataclasses
import sqlite3
import zlib
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from checker import Report, Story
from checker import cache as results
from checker.cache import Cache, Ground, kept
from checker.errors import UsageError
from checker.language import described
from checker.model import Mode
from checker.report.json import report_form
from tests.report.sample import sample

STORIES = sample().stories
DAYS = 90


@pytest.fixture(autouse=True)
def _model(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(results, "described", lambda model: model or "m 1.0")


class Checks:
    """Counts how often something is checked."""

    def __init__(self) -> None:
        self.number = 0

    def __call__(self) -> Report:
        self.number += 1
        return sample()


@pytest.fixture
def checks() -> Checks:
    return Checks()


def ground(mode: Mode = "translation", rules: tuple[Path, ...] = (), model: str | None = None) -> Ground:
    return Ground(mode, rules, model)


def once(
    folder: Path, checks: Callable[[], Report], key: bytes | None = None, stories: tuple[Story, ...] = STORIES
) -> Report:
    with kept(folder, DAYS) as cache:
        return cache.once(key or ground().key(stories), stories, checks)


def rows(folder: Path) -> list[tuple[bytes, int, bytes]]:
    if not (folder / results.NAME).exists():
        return []
    with sqlite3.connect(folder / results.NAME) as database:
        found = database.execute("SELECT key, used, report FROM results").fetchall()
    database.close()
    return found


def test_what_is_kept_is_not_checked_again(tmp_path: Path, checks: Checks) -> None:
    reports = [once(tmp_path, checks) for _ in range(3)]
    assert checks.number == 1
    assert report_form(reports[0]) == report_form(reports[1]) == report_form(reports[2]) == report_form(sample())
    assert len(rows(tmp_path)) == 1


def test_the_folder_keeps_out_of_git(tmp_path: Path, checks: Checks) -> None:
    once(tmp_path / "deep" / "kept", checks)
    assert (tmp_path / "deep" / "kept" / ".gitignore").read_text(encoding="utf-8").endswith("\n*\n")


def _story(**changed: object) -> tuple[Story, ...]:
    return (dataclasses.replace(STORIES[0], **changed), *STORIES[1:])  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "other",
    [
        lambda: ground(mode="draft").key(STORIES, [True]),
        lambda: ground(model="other 2.0").key(STORIES, [True]),
        lambda: ground().key(STORIES, [False]),
        lambda: ground().key(_story(language="de"), [True]),
        lambda: ground().key(_story(text=STORIES[0].text + " "), [True]),
        lambda: ground().key(_story(published=date(2026, 1, 1)), [True]),
        lambda: ground().key(_story(name="z"), [True]),
    ],
)
def test_whatever_it_depends_on_changes_the_key(other: Callable[[], bytes]) -> None:
    assert ground().key(STORIES, [True]) == ground().key(STORIES, [True])
    assert other() != ground().key(STORIES, [True])


def test_rules_terms_and_the_checker_itself_change_the_key(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    terms = tmp_path / "terms.csv"
    keys = set()
    for text in ("", "[x]", "[y]"):
        (tmp_path / "person.toml").write_text(text, encoding="utf-8")
        assert ground(rules=(tmp_path,)).key(STORIES) == ground(rules=(tmp_path,)).key(STORIES)
        keys.add(ground(rules=(tmp_path,)).key(STORIES))
        terms.write_text(text, encoding="utf-8")
        keys.add(Ground("translation", (), None, [terms]).key(STORIES))
    keys.add(ground().key(STORIES))
    monkeypatch.setattr(results, "__version__", "9")
    keys.add(ground().key(STORIES))
    monkeypatch.setattr(results, "_own_digest", lambda: "other")
    keys.add(ground().key(STORIES))
    monkeypatch.setattr(results, "version", lambda package: f"{package} 9")
    keys.add(ground().key(STORIES))
    assert len(keys) == 10


def _write(folder: Path, body: bytes) -> None:
    with sqlite3.connect(folder / results.NAME) as database:
        database.execute("UPDATE results SET report = ?", (body,))
    database.close()


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"\x00" * 40,
        zlib.compress(b""),
        zlib.compress(b"[]"),
        zlib.compress(b"null"),
        zlib.compress(b"[" * 100_000),
        zlib.compress(b'{"stories": []}'),
        zlib.compress(b'{"stories": [{}], "events": 1}'),
        zlib.compress(b"{}")[:-1],
    ],
)
def test_a_damaged_entry_is_none(tmp_path: Path, checks: Checks, body: bytes) -> None:
    once(tmp_path, checks)
    whole = rows(tmp_path)
    _write(tmp_path, body)
    assert report_form(once(tmp_path, checks)) == report_form(sample())
    assert checks.number == 2
    assert rows(tmp_path) == whole


@pytest.mark.parametrize("data", [b"no database at all", b"SQLite format 3\0" + b"\xff" * 4096, b""])
def test_what_is_no_database_is_begun_anew(tmp_path: Path, checks: Checks, data: bytes) -> None:
    once(tmp_path, checks)
    (tmp_path / results.NAME).write_bytes(data)
    for _ in range(2):
        once(tmp_path, checks)
    assert checks.number == 2
    assert len(rows(tmp_path)) == 1


def test_nothing_is_kept_of_what_was_broken_off(tmp_path: Path) -> None:
    def broken() -> Report:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        once(tmp_path, broken)
    assert list(tmp_path.iterdir()) == []


def _on(start: int) -> type[date]:
    """A calendar on which it is this day."""

    class Day(date):
        @classmethod
        def today(cls) -> date:  # type: ignore[override]
            return date.fromordinal(start)

    return Day


def test_what_nobody_asks_for_goes(tmp_path: Path, checks: Checks, monkeypatch: pytest.MonkeyPatch) -> None:
    keys = [ground().key(STORIES, [number]) for number in range(2)]

    def on(day: int, *wanted: int) -> None:
        monkeypatch.setattr(results, "date", _on(739_000 + day))
        for number in wanted:
            once(tmp_path, checks, keys[number])

    on(0, 0, 1)
    on(DAYS, 0)
    assert [used - 739_000 for _, used, _ in sorted(rows(tmp_path), key=lambda row: row[1])] == [0, DAYS]
    on(DAYS + 1, 0)
    assert [row[0] for row in rows(tmp_path)] == [keys[0]]
    assert checks.number == 2


def test_where_nothing_can_be_written_results_can_still_be_used(
    tmp_path: Path, checks: Checks, monkeypatch: pytest.MonkeyPatch
) -> None:
    once(tmp_path, checks)
    path = tmp_path / results.NAME
    monkeypatch.setattr(results, "date", _on(date.today().toordinal() + 1))  # noqa: DTZ011
    monkeypatch.setattr(Cache, "_opened", lambda _: sqlite3.connect(f"file:{path}?mode=ro", uri=True))
    once(tmp_path, checks)
    assert checks.number == 1
    with pytest.raises(UsageError, match=r"results\.sqlite3: attempt to write a readonly database"):
        once(tmp_path, checks, ground().key(STORIES, [2]))


def test_a_model_that_says_nothing_of_itself_is_not_kept(
    tmp_path: Path, checks: Checks, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(results, "described", lambda _: "")
    for _ in range(2):
        once(tmp_path, checks)
    assert checks.number == 2
    assert rows(tmp_path) == []


def test_a_file_is_no_folder(tmp_path: Path, checks: Checks) -> None:
    (tmp_path / "kept").write_text("", encoding="utf-8")
    with pytest.raises(UsageError, match="kept: is a file"):
        once(tmp_path / "kept", checks)
    with pytest.raises(UsageError, match="kept"):
        once(tmp_path / "kept" / "x", checks)


def test_half_a_character_can_be_kept(tmp_path: Path) -> None:
    story = Story(name="a", text="x \ud800 y")
    report = Report("translation", "m", (dataclasses.replace(story, title="\ud800"),), ())
    for _ in range(2):
        assert once(tmp_path, lambda: report, stories=(story,)) == report


def test_a_model_is_known_without_being_loaded(tmp_path: Path) -> None:
    name, version, digest = described().split()
    assert name.startswith("en_core_web_sm")
    assert version == "3.8.0"
    assert len(digest) == 64
    assert described("no_such_model") == described(str(tmp_path)) == described("a.b") == ""
    (tmp_path / "meta.json").write_text('{"lang": "xx", "name": "own", "version": "1"}', encoding="utf-8")
    assert described(str(tmp_path)).startswith("xx_own 1 ")

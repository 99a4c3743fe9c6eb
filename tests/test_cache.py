"""Results that are kept."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from checker import Report, Story
from checker import cache as kept
from checker.cache import Cache
from checker.errors import UsageError
from checker.language import described
from checker.model import Mode
from checker.report.json import report_form
from tests.report.sample import sample

STORIES = sample().stories


@pytest.fixture(autouse=True)
def _model(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept, "described", lambda model: model or "m 1.0")


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


def made(folder: Path, mode: Mode = "translation", rules: tuple[Path, ...] = (), model: str | None = None) -> Cache:
    return Cache(folder, mode, rules, model)


def entries(folder: Path) -> list[Path]:
    return sorted(folder.glob("*/*.json"))


def test_what_is_kept_is_not_checked_again(tmp_path: Path, checks: Checks) -> None:
    reports = [made(tmp_path).report(STORIES, [True], checks) for _ in range(3)]
    assert checks.number == 1
    assert reports[0] == reports[1] == reports[2]
    assert report_form(reports[0]) == report_form(sample())
    assert len(entries(tmp_path)) == 1


def test_the_folder_keeps_out_of_git(tmp_path: Path, checks: Checks) -> None:
    made(tmp_path / "deep" / "kept").report(STORIES, [], checks)
    assert (tmp_path / "deep" / "kept" / ".gitignore").read_text(encoding="utf-8").endswith("\n*\n")


def _story(**changed: object) -> tuple[Story, ...]:
    return (dataclasses.replace(STORIES[0], **changed), *STORIES[1:])  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "other",
    [
        lambda folder, checks: made(folder, mode="draft").report(STORIES, [True], checks),
        lambda folder, checks: made(folder, model="other 2.0").report(STORIES, [True], checks),
        lambda folder, checks: made(folder).report(STORIES, [False], checks),
        lambda folder, checks: made(folder).report(_story(language="de"), [True], checks),
        lambda folder, checks: made(folder).report(_story(text=STORIES[0].text + " "), [True], checks),
        lambda folder, checks: made(folder).report(_story(published=date(2026, 1, 1)), [True], checks),
    ],
)
def test_whatever_it_depends_on_changes_the_key(
    tmp_path: Path, checks: Checks, other: Callable[[Path, Checks], Report]
) -> None:
    made(tmp_path).report(STORIES, [True], checks)
    other(tmp_path, checks)
    assert checks.number == 2
    assert len(entries(tmp_path)) == 2


def test_rules_and_the_checker_itself_change_the_key(
    tmp_path: Path, checks: Checks, monkeypatch: pytest.MonkeyPatch
) -> None:
    rules = tmp_path / "rules"
    rules.mkdir()
    for number, text in enumerate(("", "[x]", "[y]"), 1):
        (rules / "person.toml").write_text(text, encoding="utf-8")
        for _ in range(2):
            made(tmp_path / "kept", rules=(rules,)).report(STORIES, [], checks)
        assert checks.number == number
    monkeypatch.setattr(kept, "__version__", "9")
    made(tmp_path / "kept", rules=(rules,)).report(STORIES, [], checks)
    monkeypatch.setattr(kept, "_own_digest", lambda: "other")
    made(tmp_path / "kept", rules=(rules,)).report(STORIES, [], checks)
    assert checks.number == 5


@pytest.mark.parametrize(
    "damage",
    [
        lambda data: data[:0],
        lambda data: data[:-10],
        lambda data: data.replace(b"14 people", b"15 people", 1),
        lambda data: b"\x00" * len(data),
        lambda data: data.partition(b"\n")[2],
        lambda data: data[:64] + b"\n" + b"[" * 100_000,
        lambda data: b"\xff" + data,
    ],
)
def test_a_damaged_entry_is_none(tmp_path: Path, checks: Checks, damage: Callable[[bytes], bytes]) -> None:
    made(tmp_path).report(STORIES, [], checks)
    (entry,) = entries(tmp_path)
    whole = entry.read_bytes()
    entry.write_bytes(damage(whole))
    assert report_form(made(tmp_path).report(STORIES, [], checks)) == report_form(sample())
    assert checks.number == 2
    assert entry.read_bytes() == whole


def test_an_entry_of_another_shape_is_none(tmp_path: Path, checks: Checks) -> None:
    made(tmp_path).report(STORIES, [], checks)
    (entry,) = entries(tmp_path)
    from hashlib import sha256

    for body in (b"[]", b"null", b'{"stories": []}', json.dumps({"stories": [{}], "events": 1}).encode()):
        entry.write_bytes(sha256(body).hexdigest().encode() + b"\n" + body)
        made(tmp_path).report(STORIES, [], checks)
    assert checks.number == 5


def test_no_half_entry_is_left(tmp_path: Path) -> None:
    def broken() -> Report:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        made(tmp_path).report(STORIES, [], broken)
    assert list(tmp_path.iterdir()) == []


def test_a_model_that_says_nothing_of_itself_is_not_kept(
    tmp_path: Path, checks: Checks, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kept, "described", lambda _: "")
    for _ in range(2):
        made(tmp_path).report(STORIES, [], checks)
    assert checks.number == 2
    assert entries(tmp_path) == []


def test_a_file_is_no_folder(tmp_path: Path, checks: Checks) -> None:
    (tmp_path / "kept").write_text("", encoding="utf-8")
    with pytest.raises(UsageError, match="kept: is a file"):
        made(tmp_path / "kept")
    with pytest.raises(UsageError, match="kept"):
        made(tmp_path / "kept" / "x").report(STORIES, [], checks)


def test_half_a_character_can_be_kept(tmp_path: Path) -> None:
    story = Story(name="a", text="x \ud800 y")
    report = Report("translation", "m", (dataclasses.replace(story, title="\ud800"),), ())
    for _ in range(2):
        assert made(tmp_path).report([story], [], lambda: report).stories[0].text == story.text


def test_a_model_is_known_without_being_loaded(tmp_path: Path) -> None:
    name, version, digest = described().split()
    assert name.startswith("en_core_web_sm")
    assert version == "3.8.0"
    assert len(digest) == 64
    assert described("no_such_model") == described(str(tmp_path)) == described("a.b") == ""
    (tmp_path / "meta.json").write_text('{"lang": "xx", "name": "own", "version": "1"}', encoding="utf-8")
    assert described(str(tmp_path)).startswith("xx_own 1 ")

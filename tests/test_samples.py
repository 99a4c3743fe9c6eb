"""The sample stories: every planted difference is found, no harmless one is, and reports stay as they were."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from pytest_regressions.file_regression import FileRegressionFixture

from checker import Checker, Report, Story
from checker.model import FINDINGS
from checker.report import html, json, markdown

SEEDS = Path(__file__).parent.parent / "seeds"
_ASSETS = re.compile(r"<style>.*?</style>|<script>.*?</script>|<meta http-equiv=[^>]*>", re.DOTALL)
FOLDERS = sorted(path.name for path in SEEDS.iterdir() if (path / "expected.toml").exists())


@pytest.fixture(scope="module")
def reports(checker: Checker) -> dict[str, Report]:
    return {folder: checker.check(read(folder)) for folder in FOLDERS}


def read(folder: str) -> list[Story]:
    return [
        Story(name=path.name, text=path.read_text(encoding="utf-8")) for path in sorted((SEEDS / folder).glob("*.txt"))
    ]


def expected(kind: str) -> Iterator[Any]:
    for folder in FOLDERS:
        table = tomllib.loads((SEEDS / folder / "expected.toml").read_text(encoding="utf-8"))
        for index, entry in enumerate(table.get(kind, [])):
            marks = [pytest.mark.xfail(reason=entry["known_miss"], strict=True)] if "known_miss" in entry else []
            yield pytest.param(folder, entry, id=f"{folder}-{index}", marks=marks)


def spans(report: Report, side: list[str]) -> tuple[str, int, int]:
    name, words = side
    text = next(story.text for story in report.stories if story.name == name)
    start = text.find(words)
    assert start >= 0, f"{name} does not hold {words!r}"
    return name, start, start + len(words)


def flagged(report: Report, entry: dict[str, Any]) -> list[tuple[str, str]]:
    """The rules whose findings set the two spans against each other."""
    left, right = spans(report, entry["left"]), spans(report, entry["right"])

    def groups(row: Any, span: tuple[str, int, int]) -> set[int]:
        return {
            s.group for s in row.sides if s.claim.story == span[0] and s.claim.start < span[2] and span[1] < s.claim.end
        }

    return [
        (row.rule, row.verdict)
        for event in report.events
        for row in event.comparisons
        if row.verdict in FINDINGS
        if any(a != b for a in groups(row, left) for b in groups(row, right))
    ]


@pytest.mark.parametrize(("folder", "entry"), list(expected("find")))
def test_a_planted_difference_is_found(folder: str, entry: dict[str, Any], reports: dict[str, Report]) -> None:
    assert flagged(reports[folder], entry)


@pytest.mark.parametrize(("folder", "entry"), list(expected("silent")))
def test_a_harmless_difference_is_not(folder: str, entry: dict[str, Any], checker: Checker) -> None:
    # The two stories alone: beside a third that is at odds a vague wording must side with somebody.
    stories = [story for story in read(folder) if story.name in (entry["left"][0], entry["right"][0])]
    assert flagged(checker.check(stories, same_event=True), entry) == []


@pytest.mark.parametrize(("folder", "entry"), list(expected("aside")))
def test_furniture_is_set_aside(folder: str, entry: dict[str, Any], reports: dict[str, Report]) -> None:
    story = next(s for s in reports[folder].stories if s.name == entry["story"])
    at = story.text.find(entry["begins"])
    assert any(aside.start <= at < aside.end for aside in story.set_aside)


@pytest.mark.parametrize("folder", FOLDERS)
def test_a_folder_is_one_event(folder: str, reports: dict[str, Report]) -> None:
    assert len(reports[folder].events) == 1


@pytest.mark.parametrize("folder", FOLDERS)
def test_the_report_as_json(folder: str, reports: dict[str, Report], file_regression: FileRegressionFixture) -> None:
    file_regression.check(json.render(reports[folder]), extension=".json", encoding="utf-8")


@pytest.mark.parametrize("folder", FOLDERS)
def test_the_report_as_markdown(
    folder: str, reports: dict[str, Report], file_regression: FileRegressionFixture
) -> None:
    file_regression.check(markdown.render(reports[folder]), extension=".md", encoding="utf-8")


@pytest.mark.parametrize("folder", FOLDERS)
def test_the_report_as_html(
    folder: str, reports: dict[str, Report], checker: Checker, file_regression: FileRegressionFixture
) -> None:
    page = html.render(reports[folder], {rule.id: rule.why for rule in checker.ruleset.rules})
    # The style sheet, the script and their hashes are the same in every page.
    page = _ASSETS.sub("", page)
    file_regression.check(page, extension=".html", encoding="utf-8")


def test_no_snapshot_is_left_over() -> None:
    kept = {path.stem for path in (Path(__file__).parent / "test_samples").iterdir()}
    names = [folder.replace("-", "_") for folder in FOLDERS]
    assert kept == {f"test_the_report_as_{form}_{name}_" for form in ("json", "html", "markdown") for name in names}

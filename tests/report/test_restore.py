"""A report from its JSON."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from checker import Checker, Report
from checker.read import read
from checker.report import html, markdown, text
from checker.report import json as json_form
from checker.report.restore import restored
from tests.report.sample import WHY, sample

SEEDS = sorted(path for path in (Path(__file__).parents[2] / "seeds").iterdir() if (path / "expected.toml").exists())


def again(report: Report) -> Report:
    return restored(json.loads(json_form.render(report)), {story.name: story for story in report.stories})


@pytest.mark.parametrize("folder", SEEDS[:3], ids=lambda path: path.name)
def test_every_form_is_the_same(checker: Checker, folder: Path) -> None:
    stories, _ = read([str(folder)], checker.ruleset.words("read"))
    report = checker.check(stories)
    back = again(report)
    assert json_form.render(back) == json_form.render(report)
    assert text.render(back, 100, colour=False) == text.render(report, 100, colour=False)
    assert markdown.render(back) == markdown.render(report)
    assert html.render(back, {}) == html.render(report, {})


def test_every_verdict_and_every_kind_of_value() -> None:
    assert json_form.render(again(sample())) == json_form.render(sample())
    assert html.render(again(sample()), WHY) == html.render(sample(), WHY)


@pytest.mark.parametrize(
    "form", [{}, {"stories": 1}, {"version": 1, "mode": "x", "model": "", "stories": [{"name": "z"}], "events": []}]
)
def test_anything_else_is_refused(form: dict[str, object]) -> None:
    with pytest.raises((KeyError, TypeError, ValueError)):
        restored(form, {})

"""What a table holds is what was put into it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from checker import Checker, Story
from checker.align.signature import signature
from checker.archive import forms
from checker.model import Aside, Doubt
from checker.report.html import render
from tests.report.sample import WHY, sample

STORY = Story("a", "Ünïcode\x00 text.", "Title", date(2026, 5, 4), "TARVIK", "en", (Aside(0, 3, "photo credit"),))


def test_stories_come_back() -> None:
    assert forms.story(forms.story_row(STORY)) == STORY
    assert forms.story(forms.story_row(Story("a", ""))) == Story("a", "")


def test_half_a_character_is_a_question_mark() -> None:
    assert forms.story(forms.story_row(Story("a", "Half \ud800 a character"))).text == "Half ? a character"


def test_signatures_come_back(checker: Checker) -> None:
    for story in (STORY, Story("b", "Two trains met in Tarvik on 4 May 2026, and 12 people were hurt.")):
        made = signature(story, checker.ruleset)
        assert forms.signature(forms.signature_text(made)) == made


def test_reports_come_back_as_they_are_shown(checker: Checker) -> None:
    files = sorted(Path(__file__).parents[2].glob("seeds/*/*.txt"))
    stories = [Story(f"{file.parent.name}/{file.name}", file.read_text(encoding="utf-8")) for file in files]
    kinds = set()
    made = sample()
    doubtful = replace(made.events[0], copies=(("a", "b"),), may_be=(Doubt("port", ("c",), 0.4),))
    for report in (replace(made, events=(doubtful, *made.events[1:])), checker.check(stories)):
        again = forms.report(forms.report_text(report), {story.name: story for story in report.stories})
        assert again.to_dict() == report.to_dict()
        assert render(again, WHY) == render(report, WHY)
        kinds |= {type(claim.value).__name__ for event in again.events for claim in event.one_sided}
    assert kinds == {"Amount", "Clock", "Interval", "Name", "Wording"}


@pytest.mark.parametrize("change", [{"name": "b"}, {"text": "b"}, {"title": "b"}, {"published": None}])
def test_a_key_is_of_name_and_content(change: dict[str, Any]) -> None:
    assert forms.identity(replace(STORY, **change)) != forms.identity(STORY)
    assert forms.identity(replace(STORY, set_aside=(), dateline=None)) == forms.identity(STORY)

"""Rows are judged by their gravest pair; running figures grow; fingerprints survive an edit elsewhere."""

from __future__ import annotations

from datetime import date

import pytest

from checker import Checker, Story
from checker.language import Parser
from checker.model import Comparison

TOLL = "A flood killed {} people in the valley, the police said."


def rows(checker: Checker, stories: list[Story], verdict: str) -> list[Comparison]:
    (event,) = checker.check(stories, same_event=True).events
    return [row for row in event.comparisons if row.verdict == verdict]


def test_a_toll_that_a_later_story_gives_higher_is_an_update(checker: Checker) -> None:
    stories = [
        Story(name="a", text=TOLL.format(11), published=date(2026, 3, 1)),
        Story(name="b", text=TOLL.format(24), published=date(2026, 3, 2)),
    ]
    (row,) = rows(checker, stories, "update")
    assert row.rule == "count.growth"


def test_a_toll_that_shrinks_is_a_conflict(checker: Checker) -> None:
    stories = [
        Story(name="a", text=TOLL.format(24), published=date(2026, 3, 1)),
        Story(name="b", text=TOLL.format(11), published=date(2026, 3, 2)),
    ]
    assert rows(checker, stories, "conflict")
    assert not rows(checker, stories, "update")


def test_without_dates_nothing_grows(checker: Checker) -> None:
    stories = [Story(name="a", text=TOLL.format(11)), Story(name="b", text=TOLL.format(24))]
    assert rows(checker, stories, "conflict")


def test_findings_come_first_the_gravest_before(checker: Checker) -> None:
    stories = [
        Story(name="a", text="Mayor Jon Bergmann said the flood killed 11 people. Schools were closed on 3 May 2026."),
        Story(name="b", text="Mayor Jon Bergman said the flood killed 24 people. Schools were closed on 3 May 2026."),
    ]
    (event,) = checker.check(stories, same_event=True).events
    verdicts = [row.verdict for row in event.comparisons]
    assert verdicts[:2] == ["conflict", "variant"]
    assert "agree" in verdicts[2:]


def test_a_fingerprint_holds_no_positions(checker: Checker) -> None:
    def fingerprint(before: str) -> str:
        stories = [Story(name="a", text=before + TOLL.format(11)), Story(name="b", text=TOLL.format(24))]
        return rows(checker, stories, "conflict")[0].fingerprint

    assert fingerprint("") == fingerprint("It rained all night, and the river rose. ")


def test_every_rows_groups_are_numbered_from_the_largest(checker: Checker) -> None:
    stories = [Story(name=name, text=TOLL.format(toll)) for name, toll in (("a", 11), ("b", 24), ("c", 24))]
    (row,) = rows(checker, stories, "conflict")
    assert [(side.claim.story, side.group) for side in row.sides] == [("a", 1), ("b", 0), ("c", 0)]


def test_the_larger_group_is_the_first_however_many_stories_say_the_same(checker: Checker) -> None:
    tolls = (24, 11, 11, 24, 11)
    stories = [Story(name=f"story {place}", text=TOLL.format(toll)) for place, toll in enumerate(tolls)]
    (row,) = rows(checker, stories, "conflict")
    assert [side.group for side in row.sides] == [1, 0, 0, 1, 0]
    assert "24" in row.message.split("11")[0]


def test_one_value_in_every_story_is_one_group(checker: Checker) -> None:
    stories = [Story(name=f"story {place}", text=TOLL.format(11)) for place in range(4)]
    (event,) = checker.check(stories, same_event=True).events
    assert {row.verdict for row in event.comparisons} == {"agree"}
    assert all({side.group for side in row.sides} == {0} for row in event.comparisons)


@pytest.mark.parametrize(
    ("left", "marked"),
    [
        ("They work for the Northern Dam Company in the valley.", "the Northern Dam Company"),
        ("They work for Northern Dam Company in the valley.", "Northern Dam Company"),
        ("They have seen the Zarvan fleet in the valley.", "Zarvan"),
    ],
)
def test_a_longer_name_that_is_missing_is_marked_with_its_article(left: str, marked: str, parser: Parser) -> None:
    checker = Checker(mode="translation")
    checker._parser = parser  # noqa: SLF001 - the model is loaded once
    stories = [Story(name="left", text=left), Story(name="right", text="They work there in the valley with others.")]
    found = rows(checker, stories, "missing")
    assert [side.claim.text for row in found for side in row.sides] == [marked]

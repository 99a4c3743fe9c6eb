"""The running figure and the strip."""

from __future__ import annotations

import dataclasses
from datetime import date
from decimal import Decimal

import pytest

from checker.model import Amount, AnyClaim, Claim, Comparison, Story
from checker.report.pictures import strip, timeline
from checker.report.target import Target
from tests.report.sample import row


def told(name: str, day: int | None, amount: int, unit: str | None = None) -> tuple[Story, AnyClaim]:
    text = f"{amount} people"
    published = date(2026, 3, day) if day else None
    claim = Claim("count", name, 0, len(text), text, Amount(Decimal(amount), unit=unit))
    return Story(name, text, published=published), claim


def compared(*tellings: tuple[Story, AnyClaim]) -> tuple[Comparison, list[Story]]:
    finding = row("update", "warning", "growth", "It grew.", *([claim] for _, claim in tellings))
    return finding, [story for story, _ in tellings]


def test_a_running_figure_is_drawn_in_order() -> None:
    drawn = timeline(*compared(told("c", 5, 31), told("a", 3, 11), told("b", 4, 24)))
    assert drawn is not None
    assert [(point.story, point.amount) for point in drawn.points] == [("a", "11"), ("b", "24"), ("c", "31")]
    assert [point.x for point in drawn.points] == sorted(point.x for point in drawn.points)
    assert [point.y for point in drawn.points] == sorted((point.y for point in drawn.points), reverse=True)


def test_two_on_one_day_do_not_write_over_each_other() -> None:
    drawn = timeline(*compared(told("a", 3, 11), told("b", 4, 30), told("c", 4, 31)))
    assert drawn is not None
    (one, other) = drawn.points[1:]
    assert abs(one.label - other.label) > 18


@pytest.mark.parametrize(
    "tellings",
    [
        # Two stories, stories of one day, of no day, one figure throughout, and another unit.
        [told("a", 3, 11), told("b", 4, 24)],
        [told("a", 3, 11), told("b", 3, 24), told("c", 3, 31)],
        [told("a", None, 11), told("b", None, 24), told("c", None, 31)],
        [told("a", 3, 11), told("b", 4, 11), told("c", 5, 11)],
        [told("a", 3, 11), told("b", 4, 24, "person"), told("c", 5, 31, "person")],
    ],
)
def test_what_does_not_run_is_not_drawn(tellings: list[tuple[Story, AnyClaim]]) -> None:
    assert timeline(*compared(*tellings)) is None


def test_other_kinds_of_facts_do_not_run() -> None:
    finding, stories = compared(told("a", 3, 11), told("b", 4, 24), told("c", 5, 31))
    assert timeline(dataclasses.replace(finding, field="percent"), stories) is None


def test_the_strip_has_the_first_mention_of_each_finding() -> None:
    story = Story("a", "x" * 200)
    one, two = Target("#r1", "error", 1, ""), Target("#r2", "note", 2, "")
    same = Target("#r3", "same", 0, "")
    ticks = strip(story, [(100, one), (20, one), (199, two), (50, same)])
    assert [(tick.at, tick.number) for tick in ticks] == [(100, 1), (995, 2)]


def test_a_story_with_no_finding_has_an_empty_strip() -> None:
    assert strip(Story("a", ""), []) == ()

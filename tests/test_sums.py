"""Parts and totals, over stories and inside one."""

from __future__ import annotations

import pytest

from checker import Checker, Story


def rules(checker: Checker, *texts: str) -> list[tuple[str, str]]:
    stories = [Story(name=f"story {number}", text=text) for number, text in enumerate(texts)]
    (event,) = checker.check(stories, same_event=True).events
    return [(row.verdict, row.reason) for row in event.comparisons if row.field == "count"]


def test_parts_that_make_the_total_agree(checker: Checker) -> None:
    found = rules(checker, "The flood killed 24 people.", "The flood killed 15 in London and nine in Paris.")
    assert ("compatible", "sum") in found


def test_parts_above_their_own_total_are_a_conflict(checker: Checker) -> None:
    assert ("conflict", "parts") in rules(
        checker, "The flood killed 24 people: 15 in London, 12 in Paris.", "The mayor wept."
    )


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("The flood killed 24 people.", "The flood killed 15 in London and two in Paris."),
        ("The flood killed 24 people.", "The flood killed 15 people in London."),
        ("The flood killed 24 people: 15 in London, nine in Paris.", "The flood killed 24 people."),
        ("At least 24 people died: 15 in London, 12 in Paris.", "The mayor wept."),
        ("The flood killed 24 people.", "The flood injured 15 in London and nine in Paris."),
    ],
)
def test_other_figures_are_no_parts(left: str, right: str, checker: Checker) -> None:
    assert {reason for _, reason in rules(checker, left, right)}.isdisjoint({"sum", "parts"})

"""Copies of one text are found, other texts are not."""

from __future__ import annotations

from datetime import date

import pytest

from checker.align import align
from checker.align.copies import are_copies, copies
from checker.align.records import Edge
from checker.model import Story
from checker.rules import Ruleset

COPY = {"share": 0.8, "sentences": 4}
TEXT = (
    "A ferry sank off Port Marrow on Monday, and twelve people drowned. Captain Ida Holm was taken to hospital. "
    "The harbour master said the sea had been calm. Divers go on with the search at dawn. The line runs no ships today."
)


@pytest.mark.parametrize(
    ("left", "right", "same"),
    [
        ((1, 2, 3, 4, 5), (1, 2, 3, 4, 5), True),
        ((1, 2, 3, 4, 5), (1, 2, 3, 4, 6, 7, 8), True),
        ((1, 2), (1, 2), True),
        ((1, 2), (1, 2, 3, 4, 5), False),
        ((1, 2, 3, 4, 5), (1, 2, 3, 6, 7), False),
        ((), (), False),
        ((), (1,), False),
    ],
)
def test_copies_share_their_sentences(left: tuple[int, ...], right: tuple[int, ...], same: bool) -> None:  # noqa: FBT001
    assert are_copies(left, right, COPY) == are_copies(right, left, COPY) == same


def test_copies_of_copies_are_one_text() -> None:
    edges = [Edge("a", "b", 1.0, copy=True), Edge("c", "d", 1.0, copy=True), Edge("b", "c", 1.0, copy=True)]
    assert copies([*edges, Edge("d", "e", 1.0)]) == (("a", "b", "c", "d"),)
    assert copies([]) == ()


def test_a_copy_with_another_headline_is_one_source(ruleset: Ruleset) -> None:
    stories = [Story(name="a", text=TEXT), Story(name="b", text=f"Ferry lost\n\n{TEXT}"), Story(name="c", text="Rain.")]
    found = align(stories, ruleset)
    assert found.groups == (("a", "b"), ("c",))
    assert found.copies == (("a", "b"),)


def test_one_text_months_apart_is_no_copy(ruleset: Ruleset) -> None:
    stories = [
        Story(name="a", text=TEXT, published=date(2025, 1, 20)),
        Story(name="b", text=TEXT, published=date(2025, 6, 20)),
    ]
    assert align(stories, ruleset).copies == ()

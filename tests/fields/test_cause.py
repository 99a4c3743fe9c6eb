"""Causes of deaths and accidents: only those of listed kinds, and only stated ones."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from checker.model import AnyClaim, Comparison

Claims = Callable[..., list[AnyClaim]]
Rows = Callable[..., list[Comparison]]


@pytest.mark.parametrize(
    ("text", "words", "kind", "thing"),
    [
        ("Ada Quell died on Sunday of an apparent heart attack.", "heart attack", "heart", "death"),
        ("Her death at 81 followed a long battle with cancer.", "cancer", "cancer", "death"),
        ("Faulty wiring was blamed for the fire.", "Faulty wiring", "electrical", "accident"),
        ("The blaze may have been started by arsonists.", "arsonists", "arson", "accident"),
        ("Investigators put the crash down to brake failure.", "brake failure", "brakes", "accident"),
        ("The cause of the crash was not yet clear.", "cause of the crash was not yet clear", "unknown", "accident"),
    ],
)
def test_a_cause_is_found(text: str, words: str, kind: str, thing: str, claims: Claims) -> None:
    (found,) = claims("cause", text)
    assert (found.text, found.value.head, found.about.thing) == (words, kind, thing)


@pytest.mark.parametrize(
    "text",
    [
        "Police said that arson had been ruled out.",
        "The fire was not caused by a short circuit.",
        "Quell had a history of heart disease, but her death came as a surprise.",
        "Her death was announced by the family; her father had died of cancer.",
        "The charity fights cancer.",
        "Heavy rain is expected on Sunday.",
        "The ship dropped anchor off the port.",
        "The cause of peace was dear to him.",
        "Because of the fog the match began at noon.",
        "",
    ],
)
def test_others_are_not(text: str, claims: Claims) -> None:
    assert claims("cause", text) == []


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("The depot fire was caused by a gas leak.", "The fire at the depot was caused by lightning."),
        ("Ada Quell died of pneumonia on Monday.", "Ada Quell died on Monday after a stroke: she died of a stroke."),
        ("Ada Quell died of a stroke.", "Ada Quell died on Monday. The cause of her death was not disclosed."),
    ],
)
def test_causes_that_exclude_each_other(left: str, right: str, rows: Rows) -> None:
    assert [row.verdict for row in rows("cause", left, right)] == ["conflict"]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("The depot fire was caused by a gas leak.", "A gas explosion caused the fire at the depot."),
        ("Ada Quell died of a heart attack.", "Ada Quell died of natural causes, her son said."),
        ("Ada Quell died of a heart attack.", "Ben Orr died of cancer in the same week as Ada Quell."),
        ("The depot fire was caused by lightning.", "Ada Quell died of cancer."),
        ("The cause of the depot fire was unclear.", "The cause of the fire at the depot is under investigation."),
        ("The depot fire was caused by lightning.", "The fire at the depot killed two."),
    ],
)
def test_others_do_not(left: str, right: str, rows: Rows) -> None:
    assert all(row.verdict in ("agree", "compatible") for row in rows("cause", left, right))

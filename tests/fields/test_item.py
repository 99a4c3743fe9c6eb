"""Agreed items and terms of a type: where they stand and how they differ."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from checker.model import FINDINGS, AnyClaim, Comparison

Find = Callable[..., list[AnyClaim]]
Rows = Callable[..., list[Comparison]]
BUY = "The two navies agreed to buy {} missiles for the island bases."


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("They tested surface-to-air interceptors.", [("surface-to-air interceptors", "missile", "surface-to-air")]),
        ("They tested long-range missiles.", [("long-range missiles", "missile", "long-range")]),
        (
            "They build air-to-air missiles and ground-to-air missiles.",
            [("air-to-air missiles", "missile", "air-to-air"), ("ground-to-air missiles", "missile", "ground-to-air")],
        ),
        ("She won a gold medal in the sprint.", [("gold medal", "medal", "gold")]),
    ],
)
def test_terms_with_a_type(claims: Find, text: str, terms: list[tuple[str, str, str]]) -> None:
    found = [claim for claim in claims("item", text) if claim.about.thing == "term"]
    assert [(claim.text, claim.value.head, claim.value.modifiers[0]) for claim in found] == terms


@pytest.mark.parametrize(
    ("text", "item"),
    [
        ("The ministers agreed to share coastal radar data.", "coastal radar data"),
        (
            "They pledged further cooperation on supply chains including critical minerals.",
            "further cooperation on supply chains including critical minerals",
        ),
        ("The firm promised cheaper evening trains.", "cheaper evening trains"),
    ],
)
def test_objects_of_agreement(claims: Find, text: str, item: str) -> None:
    assert item in [claim.text for claim in claims("item", text)]


@pytest.mark.parametrize(
    "text",
    [
        "The gold price rose in the upper valley.",
        "They agreed on Friday.",
        "He agreed with them.",
        "A net of silver thread hung there.",
        "",
    ],
)
def test_no_item(claims: Find, text: str) -> None:
    assert claims("item", text) == []


def test_one_type_under_two_terms_is_a_variant(rows: Rows) -> None:
    found = rows("item", BUY.format("surface-to-air"), BUY.format("ground-to-air"))
    assert ("variant", "term") in [(row.verdict, row.reason) for row in found]


def test_another_type_is_a_conflict(rows: Rows) -> None:
    found = rows("item", BUY.format("surface-to-surface"), BUY.format("air-to-air"))
    assert ("conflict", "other-type") in [(row.verdict, row.reason) for row in found]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (BUY.format("air-to-air"), BUY.format("air-to-air")),
        (BUY.format("air-to-air and surface-to-air"), BUY.format("surface-to-air and air-to-air")),
        (BUY.format("air-to-air"), "The army paraded surface-to-surface missiles in the capital."),
        ("She won a gold medal in the sprint.", "In the relay the team took a silver medal."),
        ("The ministers agreed to hold naval drills.", "The ministers agreed to hold naval exercises."),
        ("The ministers agreed on joint production of missiles.", "The ministers agreed on production of missiles."),
    ],
)
def test_nothing_is_found(rows: Rows, left: str, right: str) -> None:
    assert [row.reason for row in rows("item", left, right) if row.verdict in FINDINGS] == []

"""How counts differ."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import pytest

from checker.fields.count import Field
from checker.model import Amount, AnyClaim, Claim
from checker.rules import Ruleset

Finder = Callable[..., list[AnyClaim]]


@pytest.fixture(scope="module")
def field(ruleset: Ruleset) -> Field:
    return Field(ruleset.words("count"))


def _claim(amount: int, precision: int = 1, **more: object) -> Claim[Amount]:
    value = Amount(Decimal(amount), precision=Decimal(precision), **more)  # type: ignore[arg-type]
    return Claim(field="count", story="a", start=0, end=1, text="x", value=value)


@pytest.mark.parametrize(
    ("left", "right", "name"),
    [
        (_claim(600, 100), _claim(612), "rounding"),
        (_claim(10, 10, at_least=True), _claim(12), "bound"),
        (_claim(10, 10, at_least=True), _claim(10, 10), "bound"),
        (_claim(100000, 100000, at_least=True), _claim(120000, 10000), "bound"),
        (_claim(300, 100, about=True), _claim(320, 10), "approximation"),
        (_claim(20, 10, amount_to=Decimal(30)), _claim(24), "range"),
        (_claim(24, 24, about=True, at_least=True), _claim(36), "vague"),
        (_claim(200, 200, about=True, at_least=True), _claim(3), "vague-apart"),
        (_claim(24), _claim(11), "value"),
        (_claim(70, 10), _claim(72), "value"),
        (_claim(10, 10), _claim(12), "value"),
        (_claim(50, 10, at_least=True), _claim(11), "value"),
        (_claim(50, 10, at_least=True), _claim(80, 10), "beyond-bound"),
        (_claim(50, 10, at_least=True), _claim(80, 10, at_most=True), "beyond-bound"),
        (_claim(1000, 1000, at_least=True), _claim(1000, 1000, at_most=True), "reversed-bound"),
        (_claim(24000, 1000), _claim(24000000, 1000000), "magnitude"),
    ],
)
def test_differences_have_names(field: Field, left: Claim[Amount], right: Claim[Amount], name: str) -> None:
    difference = field.differ(left, right)
    assert difference == field.differ(right, left)
    assert difference is not None
    assert difference.name == name


def test_the_noun_makes_no_difference(field: Field) -> None:
    assert field.differ(_claim(10, of="person"), _claim(10, of="victim")) is None


@pytest.mark.parametrize(
    ("text", "claimed", "of"),
    [
        ("About 54,000 US troops are there.", "About 54,000 US troops", "troop"),
        ("The 12 worst-hit villages were cut off.", "12 worst-hit villages", "village"),
        ("Twenty-seven thousand lives were lost.", "Twenty-seven thousand lives", "life"),
        ("They fired 16 air-to-air missiles.", "16 air-to-air missiles", "missile"),
    ],
)
def test_the_claim_covers_what_is_counted(claims: Finder, text: str, claimed: str, of: str) -> None:
    found = claims("count", text)
    assert [(claim.text, claim.value.of, claim.weak) for claim in found] == [(claimed, of, False)]


def test_a_number_that_counts_nothing_is_weak(claims: Finder) -> None:
    assert [claim.weak for claim in claims("count", "The answer is 42.")] == [True]


@pytest.mark.parametrize(
    "text",
    [
        "Which one do you prefer?",
        "Half past, he left.",
        "He flew an F-16 on 3 May 2024.",
        "The vote went 8-1.",
        "It cost $5 and rose 2 percent in the 1980s.",
        "The second quake came at 4pm.",
    ],
)
def test_nothing_is_counted(claims: Finder, text: str) -> None:
    assert claims("count", text) == []


@pytest.mark.parametrize("text", ["One dealer said that prices rose.", "It rained, one farmer told the paper."])
def test_any_one_who_speaks_is_not_counted(claims: Finder, text: str) -> None:
    assert claims("count", text) == []


def test_one_who_does_not_speak_is_counted(claims: Finder) -> None:
    assert [claim.text for claim in claims("count", "One farmer died in the flood.")] == ["One farmer"]

"""How quantities differ."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import pytest

from checker.fields.quantity import Field
from checker.figures import figures
from checker.model import Amount, AnyClaim, Claim
from checker.rules import Ruleset

Finder = Callable[..., list[AnyClaim]]


@pytest.fixture(scope="module")
def field(ruleset: Ruleset) -> Field:
    return Field(ruleset.words("quantity"))


def _claim(amount: str, unit: str, precision: str = "1", **more: object) -> Claim[Amount]:
    value = Amount(Decimal(amount), unit=unit, precision=Decimal(precision), **more)  # type: ignore[arg-type]
    return Claim(field="quantity", story="a", start=0, end=1, text="x", value=value)


@pytest.mark.parametrize(
    ("left", "right", "name"),
    [
        (_claim("1000", "kilometre", "1000"), _claim("600", "mile", "100"), "conversion"),
        (_claim("58", "kilometre"), _claim("35", "mile"), "conversion"),
        (_claim("28", "degree Celsius"), _claim("82", "degree Fahrenheit"), "conversion"),
        (_claim("2", "week"), _claim("14", "day"), "conversion"),
        (_claim("6.0", "magnitude", "0.1", about=True), _claim("6.1", "magnitude", "0.1"), "approximation"),
        (_claim("6", "magnitude"), _claim("5.8", "magnitude", "0.1"), "rounding"),
        (_claim("5", "kilometre"), _claim("5", "hour"), "measure"),
        (_claim("6.1", "magnitude", "0.1"), _claim("5.9", "magnitude", "0.1"), "value"),
        (_claim("1500", "kilometre", "100"), _claim("700", "mile", "100"), "bad-conversion"),
        (_claim("35", "kilometre"), _claim("35", "mile"), "unit"),
        (_claim("28", "degree Celsius"), _claim("60", "degree Fahrenheit", "10"), "bad-conversion"),
        (_claim("30", "kilometre", "10"), _claim("30000", "kilometre", "10000"), "magnitude"),
    ],
)
def test_differences_have_names(field: Field, left: Claim[Amount], right: Claim[Amount], name: str) -> None:
    difference = field.differ(left, right)
    assert difference == field.differ(right, left)
    assert difference is not None
    assert difference.name == name


CONVERTED = [
    ("1,000 km", "600 miles"),
    ("1,000 km", "621 miles"),
    ("more than 1,000 km", "621 miles"),
    ("more than 1,000 km", "more than 600 miles"),
    ("up to 1,000 km", "620 miles"),
    ("about 1,000 km", "600 miles"),
    ("100 km", "62 miles"),
    ("58km", "36 miles"),
    ("2 km", "one mile"),
    ("about 20 km", "15 miles"),
    ("25 yards", "25 metres"),
    ("5 km", "3 miles"),
    ("28 C", "82 F"),
    ("-5 C", "23 F"),
    ("40 hectares", "100 acres"),
    ("6 feet 2 inches", "1.88 metres"),
    ("10 tonnes", "22,000 pounds"),
    ("50 km/h", "31 mph"),
]
MISCONVERTED = [
    ("1,000 km", "160 miles"),
    ("more than 1,000 km", "160 miles"),
    ("nearly 1,000 km", "1,600 miles"),
    ("10-15 km", "16-24 miles"),
    ("3 km", "one mile"),
    ("20 km", "15 miles"),
    ("about 20 km", "25 miles"),
    ("28 C", "92 F"),
    ("35 C", "59 F"),
    ("40 hectares", "10 acres"),
    ("300 feet", "30 metres"),
    ("50 km/h", "80 mph"),
]


@pytest.mark.parametrize(
    ("left", "right", "name"),
    [(*pair, "conversion") for pair in CONVERTED] + [(*pair, "bad-conversion") for pair in MISCONVERTED],
)
def test_conversions_work_out_or_do_not(ruleset: Ruleset, field: Field, left: str, right: str, name: str) -> None:
    one, other = (
        Claim(field="quantity", story="a", start=0, end=len(text), text=text, value=figure.value)
        for text in (left, right)
        for figure in figures(text, None, ruleset.words("figures"))
        if isinstance(figure.value, Amount)
    )
    difference = field.differ(one, other)
    assert difference == field.differ(other, one)
    assert difference is not None
    assert difference.name == name


def test_the_same_is_no_difference(field: Field) -> None:
    assert field.differ(_claim("6.1", "magnitude", "0.1"), _claim("6.1", "magnitude", "0.1")) is None


def test_every_unit_of_the_grammar_has_a_size(ruleset: Ruleset) -> None:
    sized = {
        unit for field in ("quantity", "percent") for units in ruleset.words(field)["size"].values() for unit in units
    }
    assert set(ruleset.words("figures")["unit"]) == sized


def test_find(claims: Finder) -> None:
    found = claims("quantity", "The 6.1-magnitude quake hit 58km (36 miles) from the port; a man aged 77 fled.")
    assert [claim.text for claim in found] == ["6.1-magnitude", "58km", "36 miles", "aged 77"]


def test_nothing_is_found_without_a_unit(claims: Finder) -> None:
    assert claims("quantity", "Two ministers flew in an F-16 on 3 May 2024 for $5 and 2 percent.") == []

"""How amounts of money differ."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import pytest

from checker.fields.money import Field
from checker.model import Amount, AnyClaim, Claim, Difference
from checker.rules import Ruleset

Finder = Callable[..., list[AnyClaim]]


@pytest.fixture(scope="module")
def field(ruleset: Ruleset) -> Field:
    return Field(ruleset.words("money"))


def _claim(text: str, amount: str, currency: str, precision: str = "1", **more: object) -> Claim[Amount]:
    value = Amount(Decimal(amount), currency=currency, precision=Decimal(precision), **more)  # type: ignore[arg-type]
    return Claim(field="money", story="a", start=0, end=len(text), text=text, value=value)


FIVE = _claim("$5 million", "5000000", "USD", "1000000")


@pytest.mark.parametrize(
    "other",
    [
        _claim("$5.2 million", "5200000", "USD", "100000"),
        _claim("over $4.8 million", "4800000", "USD", "100000", at_least=True),
        _claim("about $5.3 million", "5300000", "USD", "100000", about=True),
        _claim("£3.5 million", "3500000", "GBP", "100000"),
        _claim("A$5 million", "5000000", "AUD", "1000000"),
        _claim("500 million cents", "500000000", "USD", "100000000", unit="cent"),
        _claim("10 trillion rials", "10000000000000", "IRR", "10000000000000"),
    ],
)
def test_harmless(field: Field, ruleset: Ruleset, other: Claim[Amount]) -> None:
    difference = field.differ(FIVE, other)
    assert difference == field.differ(other, FIVE)
    assert difference is not None
    assert ruleset.judge("money", difference, "cross-source").severity == "none"


@pytest.mark.parametrize(
    ("left", "right", "name"),
    [
        (_claim("9 trillion yen", "9000000000000", "JPY", "1000000000000"), "57000000000", "conversion"),
        (_claim("9 trillion yen", "9000000000000", "JPY", "1000000000000"), "570000000000", "currency"),
        (_claim("€4.6 million", "4600000", "EUR", "100000"), "5000000", "conversion"),
        (_claim("€46 million", "46000000", "EUR", "1000000"), "5000000", "currency"),
        (_claim("500 cents", "500", "USD", "100", unit="cent"), "5", "conversion"),
        (_claim("1,240 cents", "1240", "USD", "10", unit="cent"), "124", "value"),
    ],
)
def test_conversions(field: Field, left: Claim[Amount], right: str, name: str) -> None:
    other = _claim("$", right, "USD")
    difference = field.differ(left, other)
    assert difference == field.differ(other, left)
    assert difference is not None
    assert difference.name == name


@pytest.mark.parametrize(
    ("other", "name"),
    [
        (_claim("$5 billion", "5000000000", "USD", "1000000000"), "magnitude"),
        (_claim("$7.4 million", "7400000", "USD", "100000"), "value"),
        (_claim("€5 million", "5000000", "EUR", "1000000"), "other-currency"),
        (_claim("over $2 million", "2000000", "USD", "1000000", at_least=True), "beyond-bound"),
    ],
)
def test_grave(field: Field, other: Claim[Amount], name: str) -> None:
    difference = field.differ(FIVE, other)
    assert isinstance(difference, Difference)
    assert difference.name == name
    assert 0 <= difference.size <= 1


def test_the_same_is_no_difference(field: Field) -> None:
    assert field.differ(FIVE, _claim("5 million dollars", "5000000", "USD", "1000000")) is None


def test_find(claims: Finder) -> None:
    found = claims("money", "The harbour cost £4bn and the tax is 5 cents on 2 per cent of sales in 2024.")
    assert [(claim.text, claim.value.currency) for claim in found] == [("£4bn", "GBP"), ("5 cents", "USD")]


def test_nothing_is_found_where_nothing_is_paid(claims: Finder) -> None:
    assert claims("money", "Two ministers of 54 lands won 3 of 10 rounds and weigh 200 pounds each.") == []

"""How amounts of money differ."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
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
        (_claim("9 trillion yen", "9000000000000", "JPY", "1000000000000"), "570000000000", "bad-conversion"),
        (_claim("€4.6 million", "4600000", "EUR", "100000"), "5000000", "conversion"),
        (_claim("€46 million", "46000000", "EUR", "1000000"), "5000000", "bad-conversion"),
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


RATES = [
    (2012, "9 trillion yen", "$110 billion", "conversion"),
    (2024, "9 trillion yen", "$60 billion", "conversion"),
    (2024, "9 trillion yen", "$110 billion", "currency"),
    (2024, "9 trillion yen", "more than $600 billion", "currency"),
    (2024, "9 trillion yen", "$600 billion", "bad-conversion"),
    (2026, "9 trillion yen", "$60 billion", "conversion"),
    (2026, "9 trillion yen", "$600 billion", "bad-conversion"),
    (None, "9 trillion yen", "$110 billion", "conversion"),
    (None, "9 trillion yen", "$600 billion", "bad-conversion"),
    (1985, "9 trillion yen", "$600 billion", "currency"),
    (2060, "9 trillion yen", "$60 billion", "conversion"),
    (2024, "£8 million", "$10 million", "conversion"),
    (2024, "£8 million", "$40 million", "bad-conversion"),
    (2024, "£8 million", "A$16 million", "conversion"),
    # In pounds of Egypt, pesos of Mexico, dollars of Australia.
    (2024, "8 million pounds", "$200,000", "currency"),
    (2024, "200 million pesos", "$11 million", "currency"),
    (2024, "200 million pesos", "$110 million", "bad-conversion"),
    (2024, "£8 million", "$15.5 million", "currency"),
    (2024, "£8 million", "fifteen million five hundred thousand dollars", "currency"),
    (2024, "£8 million", "US$25 million", "bad-conversion"),
    # A rate, and currencies whose rate nobody keeps.
    (2024, "163 yen", "$9", "currency"),
    (2024, "8 million naira", "$2 million", "currency"),
    (2003, "1.5 trillion lira", "$1 million", "currency"),
]


@pytest.mark.parametrize("case", RATES)
def test_sums_are_converted_by_the_rate_of_the_year(
    claims: Finder, field: Field, case: tuple[int | None, str, str, str]
) -> None:
    year, left, right, name = case
    published = None if year is None else date(year, 6, 1)
    found = claims("money", f"They paid {left}. They paid {right}.", published=published)
    difference = field.differ(*found)
    assert difference == field.differ(*reversed(found))
    assert difference is not None
    assert difference.name == name


def test_the_year_that_the_sentence_names_counts_too(claims: Finder, field: Field) -> None:
    left, right = claims("money", "In 2012 they paid 9 trillion yen, or $110 billion.", published=date(2024, 6, 1))
    difference = field.differ(left, right)
    assert difference is not None
    assert difference.name == "conversion"


def test_every_rate_is_of_a_currency_of_the_grammar(ruleset: Ruleset) -> None:
    known = set(ruleset.words("figures")["currency"])
    assert set(ruleset.words("rates")["per_dollar"]) <= known
    assert set(ruleset.words("money")["shared"]) <= known


def test_the_same_is_no_difference(field: Field) -> None:
    assert field.differ(FIVE, _claim("5 million dollars", "5000000", "USD", "1000000")) is None


def test_find(claims: Finder) -> None:
    found = claims("money", "The harbour cost £4bn and the tax is 5 cents on 2 per cent of sales in 2024.")
    assert [(claim.text, claim.value.currency) for claim in found] == [("£4bn", "GBP"), ("5 cents", "USD")]


def test_nothing_is_found_where_nothing_is_paid(claims: Finder) -> None:
    assert claims("money", "Two ministers of 54 lands won 3 of 10 rounds and weigh 200 pounds each.") == []

"""Pounds, pence and millions of euros."""

from __future__ import annotations

from decimal import Decimal

import pytest

from checker.model import Amount

from .conftest import Scan


@pytest.mark.parametrize(
    ("text", "found", "amount", "unit"),
    [
        ("The shares closed at 10.35 pounds.", "10.35 pounds", "10.35", None),
        ("It bid 12 pounds a share for the chain.", "12 pounds", "12", None),
        ("It bid 12 pounds per share.", "12 pounds", "12", None),
        ("a debt of 10 pounds sterling", "10 pounds sterling", "10", None),
        ("He was fined 200 pounds.", "200 pounds", "200", None),
        ("rent of 900 pounds a month", "900 pounds", "900", None),
        ("a 50-pound note", "50-pound", "50", None),
        ("a 5 million-pound contract", "5 million-pound", "5000000", None),
        ("millions of pounds of debt", "millions of pounds", "2000000", None),
        ("5 pounds and 20 pence", "5 pounds and 20 pence", "5.2", None),
        ("up 3% to 1,240p", "1,240p", "1240", "penny"),
        ("a 50p coin", "50p", "50", "penny"),
    ],
)
def test_pounds_of_money(scan: Scan, text: str, found: str, amount: str, unit: str | None) -> None:
    money = [(words, figure.value) for words, figure in scan(text) if figure.kind == "money"]
    assert [words for words, _ in money] == [found]
    value = money[0][1]
    assert isinstance(value, Amount)
    assert (value.amount, value.currency, value.unit) == (Decimal(amount), "GBP", unit)


@pytest.mark.parametrize(
    "text",
    [
        "200 pounds of silver",
        "He paid for 200 pounds of silver.",
        "The fish weighed 10.25 pounds.",
        "She shed 20 pounds a month.",
        "She lost 20.5 pounds.",
        "a 2,000-pound bomb",
        "a 50-pound bag",
        "1.2 million pounds of beef",
        "thousands of pounds of explosives",
        "The engine has 20,000 pounds of thrust.",
        "a 1080p screen",
        "Flight 50p1",
    ],
)
def test_pounds_that_weigh(scan: Scan, text: str) -> None:
    assert not [words for words, figure in scan(text) if figure.kind == "money"]


@pytest.mark.parametrize(
    ("text", "amount", "currency"),
    [
        ("MEUR 48.5", "48500000", "EUR"),
        ("60 MSEK", "60000000", "SEK"),
        ("17 dollars 25", "17.25", "USD"),
        ("$5 million Hong Kong dollars", "5000000", "HKD"),
    ],
)
def test_other_ways_to_write_money(scan: Scan, text: str, amount: str, currency: str) -> None:
    ((words, figure),) = scan(text)
    assert words == text
    assert isinstance(figure.value, Amount)
    assert (figure.value.amount, figure.value.currency) == (Decimal(amount), currency)


@pytest.mark.parametrize(
    "text", ["MARS 2020", "17 dollars 25 people", "20 dollars 5", "beat them 11 won", "2 Mall guards", "5 Mars bars"]
)
def test_what_only_looks_like_it(scan: Scan, text: str) -> None:
    amounts = [figure.value for _, figure in scan(text) if figure.kind == "money"]
    assert all(isinstance(value, Amount) and value.amount in (17, 20) for value in amounts)
    assert not amounts or text.split()[1] == "dollars"


def test_what_a_price_is_for_is_no_count(scan: Scan) -> None:
    assert [figure.kind for _, figure in scan("eggs at 64 cents a dozen")] == ["money", "other"]
    assert [figure.kind for _, figure in scan("a dozen eggs")] == ["count"]

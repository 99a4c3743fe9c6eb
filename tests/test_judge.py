"""What a measure depends on: claims on the same grounds are to any other claim the same."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from checker import fields
from checker.judge import Judge
from checker.model import About, Amount, AnyClaim, Claim, Interval, Value, Wording
from checker.rules import Ruleset

DAY = Interval(date(2024, 5, 4), date(2024, 5, 5), 5, 4)


@pytest.fixture(scope="module")
def judge(ruleset: Ruleset) -> Judge:
    return Judge(fields.load(ruleset), ruleset, "cross-source")


def claim(field: str, value: Value, text: str, *context: str) -> AnyClaim:
    return Claim(field, "a story", 0, len(text), text, value, About(context=frozenset(context)))


def test_a_figure_is_measured_by_its_value_alone(judge: Judge) -> None:
    one, other = (claim("count", Amount(Decimal(12)), text, text) for text in ("12 men", "twelve"))
    assert judge.grounds(one) == judge.grounds(other)


@pytest.mark.parametrize("precision", [Decimal(1), Decimal("0.1")])
def test_another_precision_is_another_figure(judge: Judge, precision: Decimal) -> None:
    one, other = (claim("count", Amount(Decimal(12), precision=place), "12") for place in (precision, Decimal(10)))
    assert judge.grounds(one) != judge.grounds(other)


def test_a_date_is_measured_by_its_words_too(judge: Judge) -> None:
    one, other = (claim("date", DAY, text) for text in ("4 May", "4 May 2024"))
    assert judge.grounds(one) != judge.grounds(other)


def test_a_wording_is_measured_by_what_stands_around_it(judge: Judge) -> None:
    one, other = (claim("polarity", Wording(("rise",), "rise"), "rose", word) for word in ("price", "river"))
    assert judge.grounds(one) != judge.grounds(other)

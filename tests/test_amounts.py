"""How two amounts differ, whatever they measure."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from checker.amounts import Amounts, scaled
from checker.model import Amount
from checker.rules import Ruleset


@pytest.fixture(scope="module")
def amounts(ruleset: Ruleset) -> Amounts:
    return Amounts(ruleset.words("quantity")["tolerance"])


def _amount(low: str, high: str | None = None, **more: Any) -> Amount:
    return Amount(Decimal(low), amount_to=None if high is None else Decimal(high), **more)


@pytest.mark.parametrize(
    ("left", "right", "name"),
    [
        (_amount("10", "60"), _amount("10", "50"), "ranges"),
        (_amount("10", "60"), _amount("12", "60"), "ranges"),
        (_amount("10", "60", about=True), _amount("10", "50"), "range"),
        (_amount("10", "60"), _amount("50"), "range"),
        (_amount("10", "60"), _amount("70", "80"), "value"),
        (_amount("10", at_least=True), _amount("10", at_most=True), "reversed-bound"),
        (_amount("10"), _amount("10000"), "magnitude"),
    ],
)
def test_differences_have_names(amounts: Amounts, left: Amount, right: Amount, name: str) -> None:
    difference = amounts.differ(left, right)
    assert difference == amounts.differ(right, left)
    assert difference is not None
    assert difference.name == name


@pytest.mark.parametrize("same", [_amount("10"), _amount("10", "60"), _amount("10", at_least=True)])
def test_the_same_is_no_difference(amounts: Amounts, same: Amount) -> None:
    assert amounts.differ(same, same) is None


def test_scaled_keeps_both_ends_and_the_precision() -> None:
    assert scaled(_amount("10", "60"), Decimal(5)) == Amount(Decimal(50), amount_to=Decimal(300), precision=Decimal(5))

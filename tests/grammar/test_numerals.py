"""Numbers, spelled out and in digits."""

from __future__ import annotations

from decimal import Decimal

import pytest

from checker.model import Amount

from .conftest import Scan


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("one twenty-fifth of the budget", "0.04"),
        ("three one-hundredths of it", "0.03"),
        ("twenty twenty-fifths", "0.8"),
        ("one hundred and thirty fifths", "26"),
        ("5½", "5.5"),
        ("¾", "0.75"),
        ("10 1/2", "10.5"),
        ("3 doz", "36"),
        ("272.000", "272000"),
    ],
)
def test_shares(scan: Scan, text: str, value: str) -> None:
    ((_, figure),) = scan(text)
    assert isinstance(figure.value, Amount)
    assert figure.value.amount == Decimal(value)


@pytest.mark.parametrize("text", ["the twenty-fifth", "on the thirty-first day", "the fifth", "a third man", "No . 5"])
def test_places_in_a_row_are_no_numbers(scan: Scan, text: str) -> None:
    assert all(figure.kind in ("ordinal", "other") for _, figure in scan(text))


@pytest.mark.parametrize(
    "text", ["one " * 300, "twenty fifths " * 200, "a hundred and " * 200, "½" * 400, "MEUR " * 200]
)
def test_hostile_runs_are_survived(scan: Scan, text: str) -> None:
    ends = [0]
    for _, figure in scan(text):
        assert ends[-1] <= figure.start < figure.end
        ends.append(figure.end)

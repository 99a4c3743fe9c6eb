"""How parts of a number add up."""

from __future__ import annotations

from decimal import Decimal

import pytest

from checker.across.sums import Sum


@pytest.mark.parametrize(
    ("parts", "value"),
    [([20, 5], 25), ([100, 20, 5], 125), ([60, 11], 71), ([80, 19], 99), ([500, 2], 502)],
)
def test_parts_of_one_number(parts: list[int], value: int) -> None:
    number = Sum()
    assert all(number.add(Decimal(part)) for part in parts)
    assert number.value == value


@pytest.mark.parametrize("parts", [(2, 3), (20, 30), (20, 11), (5, 20), (12, 1)])
def test_parts_of_two_numbers(parts: tuple[int, int]) -> None:
    number = Sum()
    assert number.add(Decimal(parts[0]))
    assert not number.add(Decimal(parts[1]))


def test_units_first_only_where_they_are_joined() -> None:
    number = Sum(units_first=True)
    assert number.add(Decimal(3))
    assert not number.add(Decimal(20))
    assert number.add(Decimal(20), joined=True)
    assert number.value == 23


def test_multipliers() -> None:
    number = Sum()
    number.put(Decimal(3))
    assert number.multiply(Decimal(100000))
    number.put(Decimal(50))
    assert number.multiply(Decimal(1000))
    assert number.value == 350000
    assert not number.multiply(Decimal(1000000)) or number.value > 350000

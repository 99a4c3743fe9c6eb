"""Digits with the marks of several languages."""

from __future__ import annotations

from decimal import Decimal

import pytest

from checker.across.digits import fold, read


def test_every_character_keeps_its_place() -> None:
    text = "１２，３ ٤٥ ६७ l’an 85\u00a0000"
    assert fold(text) == "12,3 45 67 l'an 85 000"
    assert len(fold(text)) == len(text)


@pytest.mark.parametrize(
    ("digits", "decimal", "group", "values"),
    [
        ("1250", ".", ",", ["1250"]),
        ("1,250", ".", ",", ["1250"]),
        ("1.250", ",", ".", ["1250"]),
        ("1.250", ".", ",", ["1.250"]),
        ("1.234,5", ",", ".", ["1234.5"]),
        ("1,234,567.8", ".", ",", ["1234567.8"]),
        ("5,00,000", ".", ",", ["500000"]),
        ("85 000", ",", " ", ["85000"]),
        ("1'250", ",", "'", ["1250"]),
        ("2.500", ",.", ".,", ["2500", "2.500"]),
        ("4,3", ",", ".", ["4.3"]),
        ("0.125", ",", ".", ["0.125"]),
    ],
)
def test_what_the_digits_say(digits: str, decimal: str, group: str, values: list[str]) -> None:
    assert [*read(digits, decimal, group)[0]] == [Decimal(value) for value in values]


@pytest.mark.parametrize(
    ("digits", "parts"), [("24.07.2020", [24, 7, 2020]), ("15.30", [15, 30]), ("85 112", [85, 112])]
)
def test_several_figures(digits: str, parts: list[int]) -> None:
    assert [*read(digits, ",", ". ")[1]] == parts


@pytest.mark.parametrize("digits", ["1250", "1.250", "85 000", "1.234,5"])
def test_one_figure(digits: str) -> None:
    assert read(digits, ",", ". ")[1] == ()

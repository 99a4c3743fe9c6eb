"""How shares differ."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import pytest

from checker.fields.percent import Field
from checker.model import Amount, AnyClaim, Claim
from checker.rules import Ruleset

Finder = Callable[..., list[AnyClaim]]


@pytest.fixture(scope="module")
def field(ruleset: Ruleset) -> Field:
    return Field(ruleset.words("percent"))


def _claim(amount: str, unit: str = "percent", precision: str = "0.01", **more: object) -> Claim[Amount]:
    value = Amount(Decimal(amount), unit=unit, precision=Decimal(precision), **more)  # type: ignore[arg-type]
    return Claim(field="percent", story="a", start=0, end=1, text="x", value=value)


@pytest.mark.parametrize(
    ("left", "right", "name"),
    [
        (_claim("86.82"), _claim("87", precision="1"), "rounding"),
        (_claim("4.5"), _claim("5", precision="1"), "rounding"),
        (_claim("4.5"), _claim("4", precision="1"), "value"),
        (_claim("86.82"), _claim("87", precision="1", about=True), "approximation"),
        (_claim("76.3"), _claim("75", precision="1", at_least=True), "bound"),
        (_claim("25", "basis point", "1"), _claim("0.25", "percentage point"), "conversion"),
        (_claim("44"), _claim("40", precision="10", amount_to=Decimal(50)), "range"),
        (_claim("0.5"), _claim("25", "basis point", "1"), "measure"),
        (_claim("85.69"), _claim("85.70"), "value"),
        (_claim("40", precision="10"), _claim("43", precision="1"), "value"),
        (_claim("0.5"), _claim("0.5", "percentage point"), "points"),
        (_claim("60", at_least=True), _claim("60", at_most=True), "reversed-bound"),
    ],
)
def test_differences_have_names(field: Field, left: Claim[Amount], right: Claim[Amount], name: str) -> None:
    difference = field.differ(left, right)
    assert difference == field.differ(right, left)
    assert difference is not None
    assert difference.name == name


def test_stated_zeros_change_nothing(field: Field) -> None:
    assert field.differ(_claim("85.7", precision="0.1"), _claim("85.70")) is None


def test_find(claims: Finder) -> None:
    found = claims("percent", "Turnout was 85.69 percent, up 25 basis points on 2020.")
    assert [claim.text for claim in found] == ["85.69 percent", "25 basis points"]


def test_nothing_is_found_without_a_share(claims: Finder) -> None:
    assert claims("percent", "A third of 54 ministers paid $5 in 2024 for 3 km.") == []

"""Organisations: how their names differ."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from checker.fields.organisation import Field
from checker.model import AnyClaim
from checker.rules import Ruleset
from tests.fields.measure import difference


@pytest.fixture(scope="module")
def field(ruleset: Ruleset) -> Field:
    return Field(ruleset.words("organisation"))


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Japanese Ministry of Defense", "Japanese Defence Ministry"),
        ("Ministry of Defence of Japan", "Japan's Defence Ministry"),
        ("Norland Steel Ltd.", "Norland Steel"),
        ("Norland GlobalCom", "Norland Globalcom"),
        ("Peasant Movement-Army", "Peasant Movement/Army"),
        ("Hale & Sons", "Hale and Sons"),
        ("the Norland Centre", "Norland Center"),
    ],
)
def test_the_same_name(field: Field, left: str, right: str) -> None:
    assert difference(field, left, right) is None


@pytest.mark.parametrize(
    ("left", "right", "name"),
    [
        ("IMF", "International Monetary Fund", "acronym"),
        ("NPLF", "Norland People's Liberation Front", "acronym"),
        ("U.S. Geological Survey", "USGS", "acronym"),
        ("Sun Power", "SunPower", "joined"),
        ("Saints", "Norland Saints", "part"),
        ("Defense Ministry", "Japanese Defence Ministry", "part"),
        ("Department of War", "US Department of Defense", "renamed"),
        ("Norland Pharmacuticals", "Norland Pharmaceuticals", "spelling"),
        ("Foreign Ministry", "Finance Ministry", "other"),
        ("FIFA", "UEFA", "other"),
        ("Saints", "New Orleans Saints", "part"),
        ("Norland", "Norland Security Response Alliance", "longer"),
        ("Ministry", "Defence Ministry of Trade", "other"),
        ("Ministry of Economics", "Ministry of Economy", "wording"),
        ("Provincial Inspectorate for Water Protection", "Regional Inspectorate of Water Protection", "wording"),
        ("Meteorological Office of Norland", "Hydrometeorological Center of Norland", "wording"),
        ("Bank of Japan", "Bank of England", "other"),
        ("Texas Department of Health", "California Department of Health", "other"),
        ("European Parliament", "European Commission", "other"),
        ("Harbour Mills", "Harbour Steel", "other"),
        ("CNN", "CNBC", "other"),
    ],
)
def test_differences(field: Field, left: str, right: str, name: str) -> None:
    assert difference(field, left, right) == name


def test_claims(claims: Callable[..., list[AnyClaim]]) -> None:
    found = claims("organisation", "Workers at Norland Steel Ltd. met officials of the Foreign Ministry.")
    assert [c.value.name for c in found] == ["Norland Steel Ltd.", "Foreign Ministry"]


@pytest.mark.parametrize(
    ("text", "weak"), [("They saw the Aurora there.", True), ("They saw the Zoomlor there.", False)]
)
def test_a_plain_word_with_a_capital_is_a_guess(
    claims: Callable[..., list[AnyClaim]], text: str, *, weak: bool
) -> None:
    assert [claim.weak for claim in claims("organisation", text)] == [weak]


@pytest.mark.parametrize("text", ["Clara Voss went home.", "Denmark won.", "The ministry said no.", ""])
def test_no_claims(claims: Callable[..., list[AnyClaim]], text: str) -> None:
    assert claims("organisation", text) == []

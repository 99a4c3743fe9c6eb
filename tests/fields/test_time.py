"""How times differ."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from checker.fields.time import Field
from checker.model import AnyClaim, Claim, Clock
from checker.rules import Ruleset

Finder = Callable[..., list[AnyClaim]]


@pytest.fixture(scope="module")
def field(ruleset: Ruleset) -> Field:
    return Field(ruleset.words("time"))


def _claim(value: Clock) -> Claim[Clock]:
    return Claim(field="time", story="a", start=0, end=1, text="x", value=value)


@pytest.mark.parametrize(
    ("left", "right", "name"),
    [
        (Clock(960, 1020), Clock(965, 966), "granularity"),
        (Clock(960, 961), Clock(960, 961, 0), "granularity"),
        (Clock(280, 281, 0), Clock(820, 821, 540), "zone"),
        (Clock(1430, 1431, 0), Clock(530, 531, 540), "zone"),
        (Clock(833, 834), Clock(623, 624, 0), "unknown-zone"),
        (Clock(965, 966), Clock(967, 968), "near"),
        (Clock(245, 246), Clock(965, 966), "am-pm"),
        (Clock(965, 966), Clock(1100, 1101), "disjoint"),
        (Clock(965, 966, 0), Clock(1100, 1101, 0), "disjoint"),
    ],
)
def test_differences_have_names(field: Field, left: Clock, right: Clock, name: str) -> None:
    difference = field.differ(_claim(left), _claim(right))
    assert difference == field.differ(_claim(right), _claim(left))
    assert difference is not None
    assert difference.name == name


def test_the_same_is_no_difference(field: Field) -> None:
    assert field.differ(_claim(Clock(960, 1020)), _claim(Clock(960, 1020))) is None


def test_the_short_way_round_the_clock(field: Field) -> None:
    difference = field.differ(_claim(Clock(1430, 1431)), _claim(Clock(60, 61)))
    assert difference is not None
    assert difference.size == 70


def test_find(claims: Finder) -> None:
    found = claims("time", "It struck at 1353 (1023 GMT), not at noon.")
    assert [claim.text for claim in found] == ["1353", "1023 GMT", "noon"]


@pytest.mark.parametrize("text", ["They lost 3-2.", "It took 4 hours and 1353 men.", "The ratio was 16 to 9."])
def test_nothing_is_timed(claims: Finder, text: str) -> None:
    assert claims("time", text) == []

"""How likely two figures answer each other."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from checker.model import AnyClaim
from checker.rules import Ruleset
from checker.slots import Slots

Claims = Callable[..., list[AnyClaim]]
Likely = Callable[[str, str], float]


@pytest.fixture
def likely(claims: Claims, ruleset: Ruleset) -> Likely:
    """How likely the last counts of two texts answer each other, when neither has another match."""

    def of(left: str, right: str) -> float:
        one, other = claims("count", left), claims("count", right)
        slots = Slots([*one, *other], ruleset.words("pairing"))
        measured = slots.measures(one[-1], other[-1], 0.1, None)
        return slots.likelihood(one[-1], other[-1], measured, leftover=True)

    return of


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Eight transport helicopters were bought.", "The army is buying 18 transport helicopters."),
        ("Six border parishes closed their schools.", "Schools were closed in nine parishes."),
    ],
)
def test_the_same_thing_in_other_sentences_is_likely(left: str, right: str, likely: Likely) -> None:
    assert likely(left, right) > 0.5


@pytest.mark.parametrize(
    ("left", "right"),
    [
        # An earlier event, a forecast, another player, and things that are none of these.
        ("Published: May 3, 2026\nThe flood killed 24 people.", "Published: May 3, 2026\nIn 2003 a flood killed 31."),
        ("The poll gave them 40 seats in the house.", "They won 34 seats in the house."),
        ("Jon Berg scored 23 points.", "Ida Holm scored 20 points."),
        ("Somebody scored 23 points.", "Ida Holm scored 20 points."),
        ("Jon Berg completed 17 passes.", "Ida Holm completed 28 passes."),
        # Some of a kind, chosen from the rest, against the kind.
        ("The four hardest-hit villages lie inland.", "The quake damaged seven villages."),
        ("Police found two pistols and three other rifles.", "Police found seven rifles."),
        ("The boat had 12 rifles aboard.", "The boat had 13 magazines aboard."),
    ],
)
def test_another_thing_is_not(left: str, right: str, likely: Likely) -> None:
    assert likely(left, right) < 0.5


def test_it_is_symmetric(likely: Likely) -> None:
    left, right = "Eight transport helicopters were bought.", "The army is buying 18 transport helicopters."
    assert likely(left, right) == likely(right, left)

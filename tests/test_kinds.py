"""Names that stories of one event take for several kinds of thing."""

from __future__ import annotations

import pytest

from checker.kinds import Kinds
from checker.model import About, AnyClaim, Claim, Name
from checker.rules import Ruleset


@pytest.fixture(scope="module")
def kinds(ruleset: Ruleset) -> Kinds:
    return Kinds(ruleset.words("kinds"))


def _settled(kinds: Kinds, *told: tuple[str, str, str]) -> list[str]:
    """The fields of names, each given as its field, the words before it and itself, a story each."""
    claims: dict[str, list[AnyClaim]] = {}
    texts: dict[str, str] = {}
    for number, (field, before, name) in enumerate(told):
        story = f"story {number}"
        start = len(before)
        texts[story] = f"{before}{name}."
        claims[story] = [Claim(field, story, start, start + len(name), name, Name(name), About())]
    return [held[0].field for held in kinds.settle(claims, texts).values()]


def test_one_name_is_of_one_kind(kinds: Kinds) -> None:
    told = [("person", "It hit ", "Tarvello"), ("place", "It hit ", "Tarvello"), ("place", "It hit ", "Tarvello")]
    assert _settled(kinds, *told) == ["place"] * 3


def test_two_spellings_are_of_one_kind(kinds: Kinds) -> None:
    told = [("organisation", "The floods near ", "Tarvello"), ("person", "The floods in ", "Tarvelo")]
    assert _settled(kinds, *told) == ["place", "place"]


def test_a_person_in_both(kinds: Kinds) -> None:
    told = [("organisation", "", "Vera Maldonny"), ("person", "", "Vera Maldoni"), ("person", "", "Vera Maldoni")]
    assert _settled(kinds, *told) == ["person"] * 3


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("person", "", "Jordan"), ("place", "in ", "Jordan")),
        (("person", "", "Vera Maldoni"), ("organisation", "", "Maldoni Foundation")),
        (("person", "", "Tarvello"), ("organisation", "", "Merevane")),
        (("person", "", "Orr"), ("organisation", "", "Ort")),
        (("person", "", "Reuters"), ("organisation", "", "Reuters")),
    ],
)
def test_nothing_moves(kinds: Kinds, one: tuple[str, str, str], other: tuple[str, str, str]) -> None:
    assert _settled(kinds, one, other) == [one[0], other[0]]

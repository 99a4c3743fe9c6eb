"""Places: how their names differ."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from checker.fields.place import Field
from checker.model import AnyClaim
from checker.rules import Ruleset
from tests.fields.measure import difference

Claims = Callable[..., list[AnyClaim]]


@pytest.fixture(scope="module")
def field(ruleset: Ruleset) -> Field:
    return Field(ruleset.words("place"))


@pytest.mark.parametrize(
    ("left", "right"),
    [("St. Louis", "Saint Louis"), ("TOKYO", "Tokyo"), ("the Netherlands", "Netherlands"), ("Mt. Fuji", "Mount Fuji")],
)
def test_the_same_name(field: Field, left: str, right: str) -> None:
    assert difference(field, left, right) is None


@pytest.mark.parametrize(
    ("left", "right", "name"),
    [
        ("São Paulo", "Sao Paulo", "diacritics"),
        ("UK", "Britain", "alias"),
        ("Kyiv", "Kiev", "alias"),
        ("Calif.", "California", "alias"),
        ("southwest region", "southwestern region", "alias"),
        ("Danish", "Denmark", "demonym"),
        ("Tokyo", "Japan", "metonym"),
        ("Osaka", "Japan", "nested"),
        ("Houston", "Texas", "nested"),
        ("Atlanta", "Georgia", "nested"),
        ("Toravik", "Toravik island", "part"),
        ("western Toravik", "Toravik", "part"),
        ("Jebel Toravik", "Toravik Mountains", "part"),
        ("Khoramabad", "Khurramabad", "transliteration"),
        ("Dorogovo", "Doroguvo", "transliteration"),
        ("Zarvan", "Zarbam", "spelling"),
        ("Austria", "Australia", "other"),
        ("Iran", "Iraq", "other"),
        ("Niger", "Nigeria", "other"),
        ("Slovenia", "Slovakia", "other"),
        ("North Korea", "South Korea", "other"),
        ("Sudan", "South Sudan", "other"),
        ("Virginia", "West Virginia", "other"),
        ("southern coast", "northern coast", "other"),
        ("Houston", "California", "other"),
        ("Bem", "Bam", "other"),
        ("Toravik", "Ziranag", "other"),
    ],
)
def test_differences(field: Field, left: str, right: str, name: str) -> None:
    assert difference(field, left, right) == name


def test_claims(claims: Claims) -> None:
    found = claims("place", "Japan widens drills in the southwest region and in waters southwest of Okinawa.")
    assert [c.text for c in found] == ["Japan", "southwest region", "waters southwest of Okinawa", "Okinawa"]


def test_unknown_villages_answer_unknown_places(claims: Claims) -> None:
    assert claims("place", "The village of Karabin was destroyed.")[0].about.canonical
    assert not claims("place", "The city of Tokyo was spared.")[0].about.canonical


@pytest.mark.parametrize("text", ["Clara Voss went home.", "The region is poor.", "He looked south.", ""])
def test_no_claims(claims: Claims, text: str) -> None:
    assert claims("place", text) == []

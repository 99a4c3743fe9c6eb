"""Persons: what a claim is about, and how names differ."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from checker.fields.person import Field
from checker.model import AnyClaim, Claim, Name
from checker.rules import Ruleset

Claims = Callable[..., list[AnyClaim]]


@pytest.fixture(scope="module")
def field(ruleset: Ruleset) -> Field:
    return Field(ruleset.words("person"))


def claim(name: str) -> AnyClaim:
    return Claim("person", "story", 0, 1, name, Name(name))


def test_the_value_is_the_fullest_name(claims: Claims) -> None:
    names = [c.value.name for c in claims("person", "Mayor Clara Voss resigned. Voss gave no reason.")]
    assert names == ["Clara Voss", "Clara Voss"]


def test_the_claim_points_at_the_story_as_read(claims: Claims) -> None:
    text = "The  “Ox”,  Mayor   Clara Voss’s rival, resigned."
    (found,) = claims("person", text)
    assert text[found.start : found.end] == found.text == "Clara Voss"


@pytest.mark.parametrize(
    ("text", "thing", "owner"),
    [
        ("Japanese Defense Minister Kenji Morita met envoys.", "defence minister", "JP"),
        ("US Secretary of Defense Carl Benton met envoys.", "defence minister", "US"),
        ("The prime minister of Denmark, Lise Holm, resigned.", "prime minister", "DK"),
        ("Gov. Farid Amani spoke.", "governor", ""),
        ("Norland Steel CEO Tom Larkin spoke.", "chief executive", "norland steel"),
    ],
)
def test_about_is_the_office(claims: Claims, text: str, thing: str, owner: str) -> None:
    about = claims("person", text)[0].about
    assert (about.thing, about.owner, about.canonical) == (thing, owner, True)


@pytest.mark.parametrize(
    "text",
    [
        "Police spokesman Al Romero said so.",
        "Former Prime Minister Lise Holm wrote a book.",
        "Deputy Finance Minister Lise Holm wrote a book.",
        "Lise Holm wrote a book.",
        "Actor Jordan Pike spoke.",
    ],
)
def test_about_is_no_office(claims: Claims, text: str) -> None:
    about = claims("person", text)[0].about
    assert (about.thing, about.canonical) == ("", False)


def test_the_context_holds_content_words_only(claims: Claims) -> None:
    about = claims("person", "Clara Voss resigned over the budget on Monday.")[0].about
    assert {"resign", "budget"} <= about.context
    assert not {"over", "the", "voss"} & about.context


@pytest.mark.parametrize(
    ("left", "right", "name"),
    [
        ("Clara Voss", "Voss", "part"),
        ("André Lefèvre", "Andre Lefevre", "diacritics"),
        ("William Dorsey", "Bill Dorsey", "nickname"),
        ("Paul Hendersen", "Paul Henderson", "near-miss"),
        ("Clara Voss", "Julien Mercier", "other"),
    ],
)
def test_differences(field: Field, left: str, right: str, name: str) -> None:
    one, other = field.differ(claim(left), claim(right)), field.differ(claim(right), claim(left))
    assert one is not None
    assert one == other
    assert one.name == name
    assert 0 <= one.size <= 1


@pytest.mark.parametrize(("left", "right"), [("Clara Voss", "Clara Voss"), ("CLARA VOSS", "Clara Voss")])
def test_no_difference(field: Field, left: str, right: str) -> None:
    assert field.differ(claim(left), claim(right)) is None


@pytest.mark.parametrize("text", ["The mayor resigned.", "Denmark and NATO agreed.", "On Monday it rained.", ""])
def test_no_persons(claims: Claims, text: str) -> None:
    assert claims("person", text) == []

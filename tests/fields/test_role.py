"""Offices: their normal form, and how two of one person differ."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from checker.fields.role import Field
from checker.model import FINDINGS, AnyClaim, Comparison
from checker.rules import Ruleset

Claims = Callable[..., list[AnyClaim]]


@pytest.fixture(scope="module")
def field(ruleset: Ruleset) -> Field:
    return Field(ruleset.words("role"))


def test_the_normal_form(claims: Claims) -> None:
    (found,) = claims("role", "Former Japanese Minister of Defense Kenji Morita spoke.")
    assert found.text == "Former Japanese Minister of Defense"
    assert found.value.words == ("defence", "minister")
    assert found.value.head == "minister"
    assert found.value.modifiers == ("former", "of Japan")
    assert (found.about.thing, found.about.owner) == ("office", "Kenji Morita")


def test_the_office_is_claimed_where_it_stands(claims: Claims) -> None:
    assert len(claims("role", "Mayor Clara Voss resigned. Voss gave no reason. Nobody expected Voss to go.")) == 1


def difference(field: Field, claims: Claims, left: str, right: str) -> str | None:
    (one, *_), (other, *_) = (claims("role", f"{office} Clara Voss spoke in Oslo.") for office in (left, right))
    there, back = field.differ(one, other), field.differ(other, one)
    assert there == back
    return there.name if there else None


@pytest.mark.parametrize(
    ("left", "right", "name"),
    [
        ("US Secretary of War", "U.S. Defense Secretary", "renamed"),
        ("U.S. Defense Secretary", "U.S. defense official", "generic"),
        ("Foreign Secretary", "Foreign Minister", "synonym"),
        ("Danish Prime Minister", "Prime Minister", "scope"),
        ("Governor", "Governor-General", "synonym"),
        ("Danish Prime Minister", "Swedish Prime Minister", "other-country"),
        ("Foreign Minister", "Finance Minister", "other-office"),
        ("Former Finance Minister", "Finance Minister", "tenure"),
        ("Acting Finance Minister", "Finance Minister", "tenure"),
        ("Team captain", "Police inspector", "wording"),
        ("Prison spokeswoman", "Bureau of Prisons spokesperson", "generic"),
        ("Former club president", "Club president", "scope"),
        ("Former Foreign Minister", "Defence Minister", "wording"),
    ],
)
def test_differences(field: Field, claims: Claims, left: str, right: str, name: str) -> None:
    assert difference(field, claims, left, right) == name


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Minister of Defence", "Defense Minister"),
        ("Japanese Defense Minister", "Japan's Defence Minister"),
        ("Chief Executive Officer", "CEO"),
        ("Spokeswoman", "Spokesperson"),
        ("Gov.", "Governor"),
        ("Foreign Minister", "Minister of Foreign Affairs"),
        ("Ex-Finance Minister", "Former Finance Minister"),
    ],
)
def test_the_same_office(field: Field, claims: Claims, left: str, right: str) -> None:
    assert difference(field, claims, left, right) in (None, "synonym")


def office(claims: Claims, text: str) -> list[tuple[str, bool]]:
    return [(claim.text, claim.weak) for claim in claims("role", text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Captain and centre back Clara Voss was sent off.", ["Captain", "centre back"]),
        ("Clara Voss, 51, a retired bus driver from Oslo, saw smoke.", ["retired bus driver"]),
        ("Clara Voss, who heads the fire service, spoke.", ["heads the fire service"]),
        ("Clara Voss, their captain, scored.", ["captain"]),
        ("Clara Voss is a midwife.", ["midwife"]),
        ("The Head of the Search and Rescue Agency, Clara Voss, spoke.", ["Head of the Search and Rescue Agency"]),
        ("Milan Dorvek, the police chief, spoke.", ["police chief"]),
    ],
)
def test_where_offices_stand(claims: Claims, text: str, found: list[str]) -> None:
    assert office(claims, text) == [(words, False) for words in found]


@pytest.mark.parametrize(
    "text",
    [
        "Clara Voss, chairman and chief executive of Norland Steel, resigned.",
        "Finance Minister Clara Voss was appointed. Defence Minister Clara Voss spoke.",
        "Goalkeeper Voss was sent off.",
    ],
)
def test_offices_that_may_be_one_of_several_are_weak(claims: Claims, text: str) -> None:
    assert all(weak for _, weak in office(claims, text))


@pytest.mark.parametrize(
    ("left", "right", "name"),
    [
        ("Deputy director", "Director", "tenure"),
        ("Assistant coach", "Coach", "scope"),
        ("Belgian rider", "Dutch cyclist", "wording"),
        ("Union leader", "Chief executive", "other-office"),
        ("Opposition leader", "Information minister", "other-office"),
        ("Hospital spokeswoman", "Lawyer", "other-office"),
        ("Nurse", "Union leader", "generic"),
        ("Belgian rider", "Belgian cyclist", "wording"),
        ("Italian coach", "Spain coach", "scope"),
        ("Belgian Foreign Minister", "Dutch Prime Minister", "other-country"),
        ("Belgian Foreign Minister", "Dutch spokesman", "generic"),
        ("Former goalkeeper", "Coach", "wording"),
        ("Police sergeant", "Police inspector", "other-office"),
        ("Chief executive", "Finance chief", "other-office"),
    ],
)
def test_posts_of_one_family(field: Field, claims: Claims, left: str, right: str, name: str) -> None:
    assert difference(field, claims, left, right) == name


@pytest.mark.parametrize(
    "text", ["The son of a governor, Clara Voss left.", "Clara Voss, the widow of coach Jan Berg, left."]
)
def test_the_office_of_a_relative_is_not_the_own(claims: Claims, text: str) -> None:
    assert "Clara Voss" not in {claim.about.owner for claim in claims("role", text)}


@pytest.mark.parametrize(
    "text",
    [
        "Clara Voss spoke.",
        "Clara Baker and Jan Mason spoke.",
        "Norland miner Harbour Mills spoke.",
        "The minister spoke.",
        "Mr. Voss spoke.",
        "",
    ],
)
def test_no_office(claims: Claims, text: str) -> None:
    assert claims("role", text) == []


def test_the_trade_of_a_parent(rows: Callable[..., list[Comparison]]) -> None:
    left, right = (
        "Clara Voss was one of six children of a stonemason.",
        "Clara Voss sang. The daughter of a poor fisherman, she left.",
    )
    assert [row.rule for row in rows("role", left, right)] == ["role.other-office"]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Clara Voss, the son of a baker, left.", "Her mother was a nurse, Clara Voss said."),
        ("Clara Voss, the daughter of a teacher, left.", "Clara Voss, the daughter of a schoolteacher, left."),
        ("Clara Voss, the daughter of a teacher, left.", "Jan Berg, the son of a baker, left."),
        ("Clara Voss, the daughter of a teacher, left.", "Clara Voss, a baker, left."),
        (
            "Clara Voss was the child of a teacher and the daughter of a nurse.",
            "Clara Voss, daughter of a baker, left.",
        ),
    ],
)
def test_other_trades_of_parents_are_silent(rows: Callable[..., list[Comparison]], left: str, right: str) -> None:
    assert [row.rule for row in rows("role", left, right) if row.verdict in FINDINGS] == []


@pytest.mark.parametrize(
    ("text", "countries"),
    [
        ("Belgian rider Clara Voss won.", ["Belgian"]),
        ("The Swede Clara Voss won.", ["Swede"]),
        ("Kenya's Clara Voss won.", ["Kenya"]),
        ("Clara Voss of Ethiopia won.", ["Ethiopia"]),
        ("Spain coach Clara Voss won.", []),
        ("Kenya beat Clara Voss.", []),
        ("Danish Foreign Minister Clara Voss won.", []),
        ("Danish Voss won.", []),
        ("The Soviet runner Clara Voss won.", []),
    ],
)
def test_nations(claims: Claims, text: str, countries: list[str]) -> None:
    assert [claim.text for claim in claims("role", text) if claim.about.thing == "nation"] == countries

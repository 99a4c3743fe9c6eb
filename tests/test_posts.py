"""Which offices one person does not hold at a time."""

from __future__ import annotations

import pytest

from checker.model import Wording
from checker.offices import Offices
from checker.places import gazetteer
from checker.posts import Posts
from checker.rules import Ruleset


@pytest.fixture(scope="module")
def offices(ruleset: Ruleset) -> Offices:
    words = ruleset.words("role")
    return Offices(words["offices"], gazetteer(words["places"]))


@pytest.fixture(scope="module")
def posts(ruleset: Ruleset, offices: Offices) -> Posts:
    return Posts(ruleset.words("role"), offices)


def _read(offices: Offices, text: str) -> Wording:
    office = offices.read(text)
    assert office is not None, text
    return Wording(office.words, office.head, (*office.modifiers, f"of {office.body}"))


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("finance minister", "minister of industry"),
        ("deputy transport minister", "head of the Coastal Rescue Agency"),
        ("transport secretary", "health minister"),
        ("finance minister", "president of the Central Bank"),
        ("governor of the central bank", "economy minister"),
        ("chief executive", "finance chief"),
        ("chief executive of Norland Steel", "the chairman"),
        ("project manager", "NAXA President"),
        ("prosecutor", "counsel for the defence"),
        ("judge", "defence lawyer"),
        ("goalkeeper", "centre back"),
        ("striker", "right-back"),
        ("coach", "team captain"),
        ("mayor", "governor"),
        ("General", "Colonel"),
        ("police sergeant", "police inspector"),
        ("first secretary at the embassy", "ambassador"),
        ("police chief", "fire chief"),
        ("head of the fire service", "head of the police"),
        ("captain", "first mate"),
        ("bishop of Tarnava", "parish priest"),
        ("nurse", "teacher"),
        ("stonemason", "fisherman"),
        ("taxi driver", "electrician"),
        ("pitcher", "shortstop"),
    ],
)
def test_apart(posts: Posts, offices: Offices, left: str, right: str) -> None:
    one, other = _read(offices, left), _read(offices, right)
    assert posts.apart(one, other)
    assert posts.apart(other, one)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("finance minister", "minister of economy and finance"),
        ("finance minister", "economy minister"),
        ("interior minister", "security minister"),
        ("minister of trade", "industry minister"),
        ("minister of state", "health minister"),
        ("finance minister", "minister"),
        ("prime minister", "party leader"),
        ("minister", "member and deputy"),
        ("president", "chief executive"),
        ("president", "chief operating officer"),
        ("founder", "chief executive"),
        ("professor", "director"),
        ("professor", "head of the institute"),
        ("police inspector", "police spokesman"),
        ("deputy", "sergeant"),
        ("captain", "centre back"),
        ("team captain", "police inspector"),
        ("captain of the ferry", "Lieutenant"),
        ("major general", "General"),
        ("lieutenant colonel", "Colonel"),
        ("lawyer", "prosecutor"),
        ("defence lawyer", "attorney"),
        ("midfielder", "striker"),
        ("winger", "forward"),
        ("defender", "left back"),
        ("cardinal", "archbishop"),
        ("general manager", "team president"),
        ("union secretary", "party secretary"),
        ("retired teacher", "headteacher"),
        ("surgeon", "doctor"),
        ("economist", "adviser"),
        ("official", "ambassador"),
    ],
)
def test_may_be_held_together(posts: Posts, offices: Offices, left: str, right: str) -> None:
    one, other = _read(offices, left), _read(offices, right)
    assert not posts.apart(one, other)
    assert not posts.apart(other, one)

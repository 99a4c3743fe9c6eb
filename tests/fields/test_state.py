"""What can have been in one way only: told as a fact, by both, of one person, and never the other way."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from checker.model import AnyClaim, Comparison

Claims = Callable[..., list[AnyClaim]]
Rows = Callable[..., list[Comparison]]


@pytest.mark.parametrize(
    ("text", "words", "topic", "side"),
    [
        ("The gang got no ransom.", "no ransom", "ransom", "unpaid"),
        ("The ferry was uninsured.", "uninsured", "insurance", "uninsured"),
        ("They waved shotguns at the clerk.", "waved shotguns", "weapon", "shotgun"),
        ("No one was injured in the fire.", "No one was injured", "injuries", "none"),
        ("The pilot shut down the right-hand engine.", "right-hand engine", "side", "right"),
        ("Exports were 38 tonnes, up from 34 tonnes.", "up", "which way it went", "up"),
        ("Tessaline-2 does not answer.", "Tessaline-2", "number in the name", "2"),
    ],
)
def test_a_side_is_told(text: str, words: str, topic: str, side: str, claims: Claims) -> None:
    (found,) = (claim for claim in claims("state", text) if claim.value.strength == "told")
    assert (found.text, found.value.head, found.value.modifiers) == (words, topic, (side,))


@pytest.mark.parametrize(
    "text",
    [
        "It was unclear whether a ransom was paid.",
        "Was the ferry insured?",
        "Police feared that shots had been fired.",
        "Ten years ago a ransom was paid.",
        "In 2017 the ferry was insured.",
        "The law requires a unanimous decision.",
        "He might be insured.",
    ],
)
def test_no_side_is_told_as_a_fact(text: str, claims: Claims) -> None:
    assert not [claim for claim in claims("state", text) if claim.value.strength == "told"]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("The two men waved pistols at the clerk.", "They threatened the clerk with shotguns."),
        ("The dam held, engineers said.", "The dam burst after the storm."),
        ("The Airbus A320 landed in a field.", "The pilot set the Airbus A321 down in a field."),
        ('She won fame with the film "Green Water".', 'Her best film was "Green Winter".'),
        ("Net profit shrank to 88 million euros.", "Net profit came to 88 million euros, a rise of 3 percent."),
    ],
)
def test_two_sides_are_a_conflict(left: str, right: str, rows: Rows) -> None:
    assert [row.verdict for row in rows("state", left, right)] == ["conflict"]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("One man waved a pistol, another waved a shotgun.", "They threatened the clerk with shotguns."),
        ("The two men waved pistols at the clerk.", "They threatened the clerk with guns."),
        ("Karl Voss denied everything.", "Nils Hadder has confessed, a source said."),
        ("No one was injured.", "Firefighters took the family to hospital."),
        ("Net profit shrank.", "Operating profit rose."),
        ("Exports fell 3 percent.", "Exports rose 5 percent in the year."),
        ("Net profit shrank.", "Net profit will rise next year, the company said."),
        ("The Airbus A320 landed.", "The Airbus A321, which followed the Airbus A320, landed."),
        ('She made the film "Green Water".', 'She made the films "Green Water" and "Green Winter".'),
        ('They called him "Iron Karl".', 'They called him "Mad Karl".'),
        ("The jet lost power in its left engine.", "A man hurt his right leg."),
        (
            "Tessaline-2 has fallen silent.",
            "Tessaline-3 works, but Tessaline-2 does not. Tessaline-3 was built in Dorn.",
        ),
    ],
)
def test_one_side_or_two_things(left: str, right: str, rows: Rows) -> None:
    assert not [row for row in rows("state", left, right) if row.verdict == "conflict"]

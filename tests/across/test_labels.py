"""Names that are none."""

from __future__ import annotations

import pytest

from checker.across.labels import Labels
from checker.model import AnyClaim, Claim, Name
from checker.places import gazetteer
from checker.rules import Ruleset

_WORDS = frozenset(
    {
        "system",
        "bell",
        "is",
        "audible",
        "lock",
        "acts",
        "insert",
        "a",
        "disc",
        "in",
        "the",
        "drive",
        "file",
        "names",
        "caps",
        "said",
        "opened",
        "mark",
    }
)


def _holds(ruleset: Ruleset, text: str, name: str, field: str) -> bool:
    labels = Labels(
        text,
        lambda word: word.lower() in _WORDS,
        ruleset.words("across")["labels"],
        ["Mark"],
        gazetteer(ruleset.words("places")),
    )
    start = text.index(name)
    claim: AnyClaim = Claim(field, "en", start, start + len(name), name, Name(name))
    return labels.holds(claim)


@pytest.mark.parametrize(
    ("text", "name", "field"),
    [
        ("System Bell is Audible", "Audible", "person"),
        ("Caps Lock acts in the system", "Caps Lock", "person"),
        ("insert a Disc in the drive", "Disc", "person"),
        ("Filenames may be long", "Filenames", "organisation"),
        ("write to LAMPDOMAIN now", "LAMPDOMAIN", "organisation"),
        ("all UIDs of the system", "UIDs", "organisation"),
        ("Zarvan could not open %s", "Zarvan", "organisation"),
        ("the Nth lamp", "Nth", "person"),
        ("the Republic of Bulgaria", "Republic of Bulgaria", "organisation"),
        ("Lampname   Lampsize", "Lampname   Lampsize", "organisation"),
        ("no <Uxyz> here", "Uxyz", "organisation"),
    ],
)
def test_labels(ruleset: Ruleset, text: str, name: str, field: str) -> None:
    assert _holds(ruleset, text, name, field)


@pytest.mark.parametrize(
    ("text", "name", "field"),
    [
        ("Then Zarvan opened the bridge over the river.", "Zarvan", "person"),
        ("Zarvan opened the bridge over the river.", "Zarvan", "organisation"),
        ("On Monday Lock opened the bridge over the river.", "Lock", "person"),
        ("On Monday Mark Lock opened the bridge over the river.", "Mark Lock", "person"),
        ("the factory of Filenames opened on Monday", "Filenames", "organisation"),
        ("ZARVAN DELACROIX OPENED THE BRIDGE", "ZARVAN DELACROIX", "person"),
        ("SPAIN, Monday: the bridge %s is open.", "SPAIN", "place"),
        ("They came from Bulgaria --said he.", "Bulgaria", "place"),
    ],
)
def test_names(ruleset: Ruleset, text: str, name: str, field: str) -> None:
    assert not _holds(ruleset, text, name, field)

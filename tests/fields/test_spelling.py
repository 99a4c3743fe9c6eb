"""Words of no dictionary: found wherever they stand, a finding only beside the word that was meant."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from checker.model import AnyClaim, Comparison

Rows = Callable[..., list[Comparison]]
Claims = Callable[..., list[AnyClaim]]


def test_unknown_words_are_claims(claims: Claims) -> None:
    found = claims("spelling", "The goverment closed the harbour becuase of the storm and sent its people home early.")
    assert [claim.text for claim in found] == ["goverment", "becuase"]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "The government closed the harbour.",
        "The organisers analysed and analyzed the programmes.",
        "Brzezinski flew to Zoomlion on Monday.",
        "Protestors filled the startups and apps.",
        "He wnt.",
    ],
)
def test_no_claims(claims: Claims, text: str) -> None:
    assert claims("spelling", text) == []


def test_another_language_is_left_alone(claims: Claims) -> None:
    text = "Le gouvernement a fermé le port lundi et les pêcheurs attendent depuis hier."
    assert claims("spelling", text, language="fr") == []
    assert claims("spelling", text) == []


def test_a_slip_shows_beside_the_word_that_was_meant(rows: Rows) -> None:
    left, right = "The government closed the harbour on Monday.", "The goverment closed the harbour on Monday."
    found = rows("spelling", left, right, "translation")
    assert [(row.rule, [side.claim.text for side in row.sides]) for row in found] == [
        ("spelling.missing", ["goverment"])
    ]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("The goverment closed it.", "It was closed by the goverment."),
        ("The zorble closed it.", "The harbour closed it."),
        ("The governments closed it.", "The government closed it."),
    ],
)
def test_nothing_is_found(rows: Rows, left: str, right: str) -> None:
    assert rows("spelling", left, right, "translation") == []


def test_outlets_are_not_proofread(rows: Rows) -> None:
    left, right = "The government closed the harbour on Monday.", "The goverment closed the harbour on Monday."
    assert rows("spelling", left, right) == []

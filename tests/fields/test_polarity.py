"""Negation, opposites, scales: what is denied, and when two statements contradict each other."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from checker.model import FINDINGS, AnyClaim, Comparison, Mode

Find = Callable[..., list[AnyClaim]]
Reasons = Callable[..., list[str]]
Rows = Callable[..., list[Comparison]]


@pytest.fixture
def reasons(rows: Callable[..., list[Comparison]]) -> Reasons:
    """A function that gives the reasons of the findings between two texts."""

    def run(left: str, right: str, mode: Mode = "draft") -> list[str]:
        return sorted({row.reason for row in rows("polarity", left, right, mode) if row.verdict in FINDINGS})

    return run


@pytest.mark.parametrize(
    ("text", "denied"),
    [
        ("Six pupils were not drowning.", ["were not drowning"]),
        ("The court did not accept the appeal.", ["did not accept"]),
        ("The court didn't accept the appeal.", ["didn't accept"]),
        ("The council failed to agree.", ["failed to agree"]),
        ("The council was unable to agree.", ["was unable to agree"]),
        ("No reports of damage came in.", ["No reports"]),
        ("The lake is not a park.", ["is not a park"]),
        ("The court accepted the appeal.", []),
        ("Not only the court accepted the appeal.", []),
        ("He came not long after midnight.", []),
        ("There is no doubt about it.", []),
    ],
)
def test_what_is_denied(claims: Find, text: str, denied: list[str]) -> None:
    assert [claim.text for claim in claims("polarity", text) if claim.value.polarity < 0] == denied


@pytest.mark.parametrize(
    ("left", "right", "reason"),
    [
        (
            "The court accepted the appeal of the miners.",
            "The court did not accept the appeal of the miners.",
            "negation",
        ),
        (
            "The bridge over the river relies on cables.",
            "The bridge over the river does not depend on cables.",
            "negated",
        ),
        (
            "Laboratories confirmed the result in early spring.",
            "Laboratories confirmed the result in late spring.",
            "opposite",
        ),
        ("The town had a small majority of farmers.", "The town had a large majority of farmers.", "opposite"),
        ("The miners were able to sell the old shaft.", "The miners were unable to sell the old shaft.", "opposite"),
    ],
)
def test_a_translation_that_turns_the_meaning_round(reasons: Reasons, left: str, right: str, reason: str) -> None:
    assert reason in reasons(left, right, "translation")


@pytest.mark.parametrize(
    ("left", "right", "reason"),
    [
        (
            "Laboratories confirmed the result in early spring.",
            "Laboratories confirmed the result in late spring.",
            "opposite",
        ),
        ("The town had a small majority of farmers.", "The town had a large majority of farmers.", "opposite"),
    ],
)
def test_a_draft_that_contradicts_its_source(reasons: Reasons, left: str, right: str, reason: str) -> None:
    assert reason in reasons(left, right)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("The northern union agreed to the wage contract.", "The northern union refused the wage contract."),
        ("The court accepted the appeal of the miners.", "The court did not accept the appeal of the miners."),
        ("Exports of cheese to Norda rose 3.1 percent.", "Exports of cheese to Norda fell 3.1 percent."),
    ],
)
def test_what_the_acts_tell_is_not_said_twice(rows: Rows, left: str, right: str) -> None:
    found = [row for field in ("polarity", "predicate") for row in rows(field, left, right, "draft")]
    assert [row.field for row in found if row.verdict in FINDINGS] == ["predicate"]


@pytest.mark.parametrize("field", ["polarity", "predicate"])
def test_each_way_has_its_modes(rows: Rows, field: str) -> None:
    texts = ("The court accepted the appeal of the miners.", "The court did not accept the appeal of the miners.")
    assert bool(rows(field, *texts, "cross-source")) == (field == "predicate")
    assert bool(rows(field, *texts, "translation")) == (field == "polarity")


@pytest.mark.parametrize("mode", ["draft", "translation"])
@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("The court accepted the appeal of the miners.", "The court accepted the appeal of the miners."),
        ("The ferry did not sail because of the storm.", "The ferry never sailed because of the storm."),
        ("The council was unable to agree on water prices.", "The council could not agree on water prices."),
        ("It is impossible to cross the river in winter.", "It is not possible to cross the river in winter."),
        ("The shop on the square was not open on Sunday.", "The shop on the square was closed on Sunday."),
        ("He came home shortly after midnight.", "He came home not long after midnight."),
        ("Exports of cheese rose while imports fell.", "Imports of cheese fell while exports rose."),
        ("The old mill stands behind the new school.", "Behind the new school stands the old mill."),
        ("Exports rose in May. Exports fell in June.", "Exports rose in May. Exports fell in June."),
        ("The island blocked exports of timber.", "The island banned exports of timber."),
        ("The bank will raise its rate.", "The bank is going to raise its rate."),
        ("#not -no +1 =x ~y <z >w.", "#not -no +1 =x ~y <z >w."),
        ("", "Nothing was said."),
    ],
)
def test_paraphrases_are_no_contradiction(reasons: Reasons, left: str, right: str, mode: Mode) -> None:
    assert reasons(left, right, mode) == []


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("The northern union agreed to the new contract.", "The southern union refused a contract last year."),
        ("The court accepted the appeal.", "The miners said they would not accept an offer without higher wages."),
        ("Exports of cheese rose in spring.", "Exports of timber fell in spring."),
        ("The early train carried sixty passengers.", "Sixty fishermen missed the late boat."),
        ("The storm damaged forty houses.", "The storm destroyed a bridge."),
        ("Police arrested the banker in the old town.", "Police released the driver in the new town."),
        ("Analysts say the bank may raise fees.", "The bank will raise its main rate in April."),
    ],
)
def test_a_source_that_tells_something_else(reasons: Reasons, left: str, right: str) -> None:
    assert reasons(left, right) == []

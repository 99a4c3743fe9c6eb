"""What a row is called."""

from __future__ import annotations

from decimal import Decimal

import pytest

from checker.model import About, Amount, AnyClaim, Claim
from checker.report.naming import fact_name
from checker.report.wording import words
from checker.rules import Ruleset
from tests.report.sample import row


def figure(text: str, thing: str = "", of: str | None = None, *, field: str = "count", sure: bool = True) -> AnyClaim:
    return Claim(field, "s", 0, len(text), text, Amount(Decimal(4), of=of), About(thing=thing, canonical=sure))


def named(*claims: AnyClaim) -> str:
    return fact_name(row("conflict", "error", "value", "", *([claim] for claim in claims)))


@pytest.mark.parametrize(
    ("left", "right", "name"),
    [
        (figure("12", "deaths"), figure("31 people", "deaths", "people"), "deaths"),
        (figure("58", "age", field="quantity"), figure("53", "age", field="quantity"), "age"),
        (figure("61%", "share", field="percent"), figure("67%", "share", field="percent"), "share of the vote"),
        (figure("12.40 pounds", "share-price", field="money"), figure("1", field="money", sure=False), "share price"),
        (
            figure("one crane", "crane", "crane", sure=False),
            figure("two cranes", "crane", "crane", sure=False),
            "cranes",
        ),
        (figure("9 families", "family", "family", sure=False), figure("8", sure=False), "families"),
        (figure("three goals", "tally", "goal"), figure("four goals", "tally", "goal"), "goals"),
    ],
)
def test_by_what_is_counted(left: AnyClaim, right: AnyClaim, name: str) -> None:
    assert named(left, right) == named(right, left) == name


@pytest.mark.parametrize(
    ("left", "right", "name"),
    [
        (figure("12", "deaths"), figure("31", "injured"), "count"),
        (figure("12", sure=False), figure("31", sure=False), "count"),
        (figure("300 homes", "home", "home", sure=False), figure("200 tents", "tent", "tent", sure=False), "count"),
        (figure("four</b>", "four", "four", sure=False), figure("", "", "crane", sure=False), "count"),
        (figure("9 " + "crane" * 20, "crane", "crane", sure=False), figure("8", sure=False), "count"),
        (figure("three", "tally"), figure("four", "tally"), "count"),
        (figure("5%", field="percent", sure=False), figure("6%", field="percent", sure=False), "percentage"),
    ],
)
def test_by_the_kind_of_fact_where_the_sides_do_not_say_what(left: AnyClaim, right: AnyClaim, name: str) -> None:
    assert named(left, right) == named(right, left) == name


def test_what_is_renamed_is_in_the_rules(ruleset: Ruleset) -> None:
    assert set(words()["things"]) <= set(ruleset.words("about")["concept"])

"""What counts as a trace of a claim in another story."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import pytest

from checker.counterpart import has_counterpart, other
from checker.model import Amount, AnyClaim, Claim, Interval, Name, Value, Wording
from checker.rules import Ruleset

Holds = Callable[..., bool]


def _claim(field: str, value: Value, text: str, *, weak: bool = False) -> AnyClaim:
    return Claim(field, "left", 0, len(text), text, value, weak=weak)


@pytest.fixture
def holds(ruleset: Ruleset) -> Holds:
    """A function that tells whether a text holds a claim of which nothing but the words is known."""

    def run(field: str, value: Value, text: str, *, said: str = "", own: str | None = None) -> bool:
        claim = _claim(field, value, said or getattr(value, "name", ""))
        home = None if own is None else other(own, ())
        return has_counterpart(
            claim, [other(text, ())], ruleset.words("counterpart"), lambda left, right: left.value == right.value, home
        )

    return run


@pytest.mark.parametrize(
    ("field", "name", "text"),
    [
        ("person", "Clara Voss", "Voss went home."),
        ("person", "Clara Voss", "Vos went home."),
        ("organisation", "Norland Steel", "Workers at Norland struck."),
        ("organisation", "Norland Steel Union", "The NSU struck."),
        ("organisation", "Russian Navy", "The navy sailed."),
        ("organisation", "National Police", "The police came."),
        ("organisation", "Norland Ferry Union", "The ferry union struck."),
        ("organisation", "V-Hull", "It has the hull of a boat."),
        ("organisation", "VIN", "They read the vehicle identification number."),
        ("place", "National Highway", "A national road was closed."),
        ("place", "Great Britain", "The UK Department of Culture objected."),
        ("place", "Denmark", "The Danish parliament met."),
        ("place", "France", "They met in Paris."),
        ("place", "Majorca", "Majorcan food is oily."),
        ("place", "Earth", "It burnt up above the earth."),
        ("place", "Zarvan", "The village of Zarvann was flooded."),
    ],
)
def test_a_name_is_there(holds: Holds, field: str, name: str, text: str) -> None:
    assert holds(field, Name(name), text)


@pytest.mark.parametrize(
    ("field", "name", "text"),
    [
        ("person", "Clara Voss", "She went home."),
        ("organisation", "Russian Navy", "The Russian president came."),
        ("organisation", "Norland Ferry Bureau", "The ferry sailed."),
        ("organisation", "VIN", "They read the vehicle. Identification is its number."),
        ("person", "Jon Hale", "She went on."),
        ("organisation", "Institute of Tides and Winds", "They work with doctors and nurses."),
        ("place", "Aarhus", "They met in Denmark."),
        ("place", "Denmark", "They met in Sweden."),
        ("place", "Zarvan Island", "They met on an island."),
    ],
)
def test_a_name_is_not_there(holds: Holds, field: str, name: str, text: str) -> None:
    assert not holds(field, Name(name), text)


def test_a_place_that_is_named_anyway_stands_for_no_other(holds: Holds) -> None:
    assert holds("place", Name("France"), "They met in Paris.", own="France was host.")
    assert not holds("place", Name("France"), "They met in Paris.", own="France was host in Paris.")


def test_another_one_of_the_given_name_is_no_trace(ruleset: Ruleset) -> None:
    text = "He called Vladimir Roe."
    stranger = Claim("person", "right", 10, 22, "Vladimir Roe", Name("Vladimir Roe"))
    claim = _claim("person", Name("Vladimir Doe"), "Vladimir Doe")
    words = ruleset.words("counterpart")
    assert not has_counterpart(claim, [other(text, (stranger,))], words, lambda *_: False)


def test_a_guess_needs_none(ruleset: Ruleset) -> None:
    claim = _claim("organisation", Name("Aurora"), "Aurora", weak=True)
    assert has_counterpart(claim, [other("Nothing here.", ())], ruleset.words("counterpart"), lambda *_: False)


@pytest.mark.parametrize(
    ("amount", "said", "text"),
    [
        ("2", "two candidates", "Both candidates spoke."),
        ("30", "30s", "He is in his thirties."),
        ("80", "80s", "It was the 1980s."),
        ("1", "one", "Nothing here."),
        ("1500", "1,500", "It ended around 1500."),
        ("109", "109", "See p109."),
        ("0.3333333333333333333333333333", "about one-third", "A third of it."),
        ("12", "twelve", "A dozen of them."),
    ],
)
def test_a_figure_is_there(holds: Holds, amount: str, said: str, text: str) -> None:
    assert holds("count", Amount(Decimal(amount)), text, said=said)


@pytest.mark.parametrize(
    ("amount", "said", "text"),
    [
        ("2300", "more than 2,300", "There are more than 2,500."),
        ("15", "15", "There were 150."),
        ("80", "80s", "It was the 1970s."),
        ("3", "three", "Both of them."),
    ],
)
def test_a_figure_is_not_there(holds: Holds, amount: str, said: str, text: str) -> None:
    assert not holds("count", Amount(Decimal(amount)), text, said=said)


def test_a_bound_is_no_trace_of_another_figure(ruleset: Ruleset) -> None:
    wanted = _claim("count", Amount(Decimal(2300), at_least=True), "more than 2,300")
    found = _claim("count", Amount(Decimal(2500), at_least=True), "more than 2,500")
    words = ruleset.words("counterpart")
    bounds = lambda a, b: a.value.at_least or b.value.at_least or a.value == b.value  # noqa: E731
    assert not has_counterpart(wanted, [other("more than 2,500", (found,))], words, bounds)


@pytest.mark.parametrize(("said", "text"), [("today", "It goes on to this day."), ("1980s", "In the 70s and 80s.")])
def test_a_date_is_there(holds: Holds, said: str, text: str) -> None:
    assert holds("date", Interval(None, None), text, said=said)


@pytest.mark.parametrize(("said", "text"), [("Sunday", "It rained."), ("1980s", "In the 70s.")])
def test_a_date_is_not_there(holds: Holds, said: str, text: str) -> None:
    assert not holds("date", Interval(None, None), text, said=said)


@pytest.mark.parametrize(
    ("word", "text", "found"),
    [
        ("goverment", "The government met.", True),
        ("aslo", "Nothing like it here.", True),
        ("goverment", "The goverment met.", False),
        ("zorble", "Nothing like it here.", False),
    ],
)
def test_a_misspelt_word(holds: Holds, word: str, text: str, *, found: bool) -> None:
    assert holds("spelling", Wording((word,), word), text, said=word) is not found

"""What a stretch of time is the length of."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from checker import Checker, Story
from checker.model import FINDINGS, AnyClaim

Claims = Callable[..., list[AnyClaim]]

LENGTHS = [
    ("The 19-day strike is over.", "strike"),
    ("The talks took 17 hours.", "talks"),
    ("They agreed after 12 hours of negotiations.", "talks"),
    ("The two had been talking for five months.", "talks"),
    ("They spent seven months in captivity.", "captivity"),
    ("They were released nine months after they were kidnapped.", "captivity"),
    ("The road was closed for three hours.", "closure"),
    ("It came after five days of rain.", "rain"),
    ("It had rained for three days.", "rain"),
    ("She had been ill for two years.", "illness"),
    ("He won a four-year term.", "term"),
    ("A state of emergency of 14 days was declared.", "emergency"),
    ("A trial of nine weeks ended.", "trial"),
    ("The marriage lasted thirty-one years.", "marriage"),
]
OTHERS = [
    "The strike began two days after the vote.",
    "The strike ended three weeks ago.",
    "The first two days of rain were the worst.",
    "They met for talks within 12 hours.",
    "He was arrested nine months after they were kidnapped.",
    "He will talk for another two hours.",
    "They rejected the talks for two years of silence.",
    "A pause of 14 days was declared.",
    "Every two years the talks fail.",
    "The strike cost 14 million euros.",
]


@pytest.mark.parametrize(("text", "thing"), LENGTHS)
def test_what_lasts_so_long(text: str, thing: str, claims: Claims) -> None:
    assert [claim.about.thing for claim in claims("quantity", text)] == [thing]


@pytest.mark.parametrize("text", OTHERS)
def test_a_stretch_between_two_things_is_the_length_of_neither(text: str, claims: Claims) -> None:
    assert all(claim.about.thing not in dict(LENGTHS).values() for claim in claims("quantity", text))


FOUND = [
    ("The union ended a 19-day strike.", "Steel flows again.\n\nThe walkout lasted 16 days."),
    (
        "Three sailors seized in the strait last year were freed after seven months in captivity.",
        "Joy in the port.\n\nAfter nine months of detention the crew is free.",
    ),
    ("The only runway was closed for three hours.", "Smoke.\n\nA jet came in and the runway was shut for five hours."),
]
SILENT = [
    ("The union ended a 19-day strike.", "Steel flows again.\n\nThe strike began 16 days after the vote."),
    (
        "The union ended a 19-day strike.",
        "HOLM, May 3, 2024 - Steel flows.\n\nThe walkout of 2009 lasted 16 days.",
    ),
    ("The union ended a 19-day strike.", "Steel flows again.\n\nThe previous strike lasted 16 days."),
    ("The union ended a 19-day strike.", "Steel flows again.\n\nThe talks lasted 16 days."),
    ("The union ended a 19-day strike.", "Steel.\n\nA strike of 16 days at Holm and a nine-day strike at Brax failed."),
    ("The union ended a 19-day strike.", "Steel flows again.\n\nThe walkout lasted nearly three weeks."),
    ("The union ended a 19-day strike.", "Steel flows again.\n\nThe walkout could last 30 days."),
    ("The talks took 17 hours.", "They met for 12 hours before the talks."),
    ("The union ended a 19-day strike.", "Steel.\n\nIt took 19 days. A strike of 16 days failed at Holm."),
    ("The rider was banned for two years.", "A scandal.\n\nRiders may be banned for four years."),
    ("He was ill for two years.", "She had been ill for a year before that; he was ill for two years."),
]


@pytest.mark.parametrize(("left", "right"), FOUND)
def test_two_lengths_of_one_thing_are_at_odds(left: str, right: str, checker: Checker) -> None:
    assert _findings(left, right, checker) == ["quantity"]


@pytest.mark.parametrize(("left", "right"), SILENT)
def test_two_things_last_each_its_own_time(left: str, right: str, checker: Checker) -> None:
    assert "quantity" not in _findings(left, right, checker)


def _findings(left: str, right: str, checker: Checker) -> list[str]:
    report = checker.check([Story("a", left), Story("b", right)], same_event=True)
    return [row.field for event in report.events for row in event.comparisons if row.verdict in FINDINGS]

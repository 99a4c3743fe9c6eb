"""One story against itself."""

from __future__ import annotations

import pytest

from checker import Checker, Story
from checker.model import FINDINGS


def findings(checker: Checker, text: str) -> list[str]:
    (event,) = checker.check([Story(name="story", text=text)]).events
    return [row.rule for row in event.comparisons if row.verdict in FINDINGS]


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("The pipe is 1,000 km (160 miles) long.", "quantity.bad-conversion"),
        ("Jon Bergmann spoke on Monday. Jon Bergman left on Tuesday.", "person.transliteration"),
        ("The pipe is 1,000 km, or 160 miles, long.", "quantity.bad-conversion"),
        ("The budget is 9 trillion yen ($570 billion).", "money.bad-conversion"),
        ("The law had the votes of 12 of the 40 members, or 45 percent.", "percent.share"),
        ("The party took 60 of 80 seats (70 percent).", "percent.share"),
        ("Seven out of 10 voters (58 percent) stayed at home.", "percent.share"),
        ("A third of the members, or 80 percent, stayed at home.", "percent.share"),
        ("It has 1.2 million of the 3 million votes (60 percent).", "percent.share"),
        ("The boat carried 30 people: 12 women, 19 men and five children.", "count.listed"),
        ("The crew is 30 people comprising 12 women and 15 men.", "count.listed"),
        ("Flood kills 42\n\nA flood killed 24 people in the valley on Monday, the police said.", "count.value"),
    ],
)
def test_what_is_at_odds_is_found(text: str, rule: str, checker: Checker) -> None:
    assert findings(checker, text) == [rule]


@pytest.mark.parametrize(
    "text",
    [
        "The pipe is 1,000 km (600 miles) long.",
        "The pipe is 100 km (62 miles) long.",
        "It was 28 degrees Celsius (82 degrees Fahrenheit) in the shade.",
        "The budget is 9 trillion yen ($57 billion).",
        "The pipe is 1,000 km, or 620 miles, long.",
        "The choice is between 1,000 km or 160 miles a day.",
        "The budget is 9 trillion yen ($70 billion).",
        "The budget is 90 million pesos ($5 million).",
        "The law had the votes of 12 of the 40 members, or 30 percent.",
        "The law had the votes of 12 of the 40 members, or 45 percent of those present.",
        "The law had the votes of 12 of the 40 members; turnout was 45 percent.",
        "The law had the votes of at least 12 of the 40 members (45 percent).",
        "The law had the votes of 12 members, or 45 percent.",
        "The party took 60 of 80 seats (up 70 percent).",
        "The party took 60 of 80 seats (more than 70 percent).",
        "Seven of 10 voters (68 percent) stayed at home.",
        "Two of the three men (67 percent) stayed at home.",
        "Half of the members, or 52 percent, stayed at home.",
        "It has 1.2 million of the 3 million votes (38 percent).",
        "It has 55 of the 150 seats, about 36 percent.",
        "The boat carried 30 people: 12 women, nine men and five children.",
        "The boat carried 30 people, including 12 women, 19 men and five children.",
        "The boat carried 30 people: 12 women, 19 pensioners and five students.",
        "The boat carried at least 30 people: 12 women, 19 men and five children.",
        "The boat carried 30 people: 12 women, 19 men and children.",
        "The crew is 30 people comprising 12 women and 18 men.",
        "He met 30 people - 12 women, 19 men and five children waited outside.",
        "Jon Berg spoke on Monday. Berg left on Tuesday.",
        "Jon Berg spoke to his brother Jan Berg.",
        "Flood kills 24\n\nA flood killed 24 people in the valley on Monday, the police said.",
        "Flood kills dozens\n\nA flood killed 24 people in the valley on Monday, the police said.",
        "Flood kills 24\n\nA flood killed 24 people on Monday. In 2003 a flood killed 310 people there.",
        "",
    ],
)
def test_what_fits_is_not(text: str, checker: Checker) -> None:
    assert findings(checker, text) == []

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
